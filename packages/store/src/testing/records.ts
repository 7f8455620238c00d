import type { AchievementRecord, GameRecord, UnlockRecord, WorldRecord } from '@laurel/domain';

/** Records of a small world, for examples: what a test does not care about is left out. */

export const SYSTEM = { type: 'system', id: 1, name: 'Mega Drive' } as const satisfies WorldRecord;

export const GAME = { type: 'game', id: 1, systemId: 1, title: 'One' } as const satisfies GameRecord;

export function achievement(id: number, facts: Partial<AchievementRecord> = {}): AchievementRecord {
  return { type: 'achievement', id, gameId: 1, title: `Title ${id}`, description: '', points: 5, ...facts };
}

export function unlock(user: string, achievementId: number, at: number, hardcore = true): UnlockRecord {
  return { type: 'unlock', user, achievementId, at, hardcore };
}
