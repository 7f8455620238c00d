import type { AchievementFacts, AchievementKind } from '@laurel/domain';
import type { AchievementTable } from '../schema.ts';
import { statement } from '../statement.ts';

export const findSet = statement<{ gameId: number }>()((db, slot) =>
  db
    .selectFrom('achievement')
    .select(['id', 'points', 'kind', 'promoted'])
    .where('game_id', '=', slot('gameId')),
);

export function achievementFacts(
  row: Pick<AchievementTable, 'id' | 'points' | 'kind' | 'promoted'>,
): AchievementFacts {
  return { id: row.id, points: row.points, kind: achievementKind(row.kind), promoted: row.promoted === 1 };
}

export function achievementKind(kind: string | null): AchievementKind | null {
  if (kind === null || kind === 'progression' || kind === 'win_condition' || kind === 'missable') return kind;
  throw new Error(`The database holds an achievement of an unknown kind: ${kind}`);
}
