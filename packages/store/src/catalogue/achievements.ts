import type { AchievementKind } from '@laurel/domain';
import type { Builder, Session } from '../engine/engine.ts';
import { statement } from '../statement.ts';
import { achievementKind } from './achievement-set.ts';

export interface Achievement {
  readonly id: number;
  readonly gameId: number;
  readonly title: string;
  readonly description: string;
  readonly points: number;
  readonly kind: AchievementKind | null;
  readonly promoted: boolean;
  readonly author: string;
  /** The name of its picture under /Badge. */
  readonly badge: string;
  /** The condition that unlocks it, in the emulators' notation. */
  readonly trigger: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** Tracked players who have it, and who have it in hardcore. */
  readonly unlocks: number;
  readonly unlocksHardcore: number;
}

/** Every achievement of a game, promoted or not, in the order of the set. */
export async function listAchievements(session: Session, gameId: number): Promise<Achievement[]> {
  const rows = await session.all(achievementsOfGame, { gameId });
  return rows.map((row) => ({
    id: row.id,
    gameId: row.game_id,
    title: row.title,
    description: row.description,
    points: row.points,
    kind: achievementKind(row.kind),
    promoted: row.promoted === 1,
    author: row.author,
    badge: row.badge,
    trigger: row.trigger,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    unlocks: row.unlocks,
    unlocksHardcore: row.unlocks_hardcore,
  }));
}

/** The rows of achievements, each with its trigger, which stands apart from them. */
export function achievementsWhole(db: Builder) {
  return db
    .selectFrom('achievement')
    .innerJoin('achievement_trigger', 'achievement_trigger.achievement_id', 'achievement.id')
    .selectAll('achievement')
    .select('achievement_trigger.definition as trigger');
}

const achievementsOfGame = statement<{ gameId: number }>()((db, slot) =>
  achievementsWhole(db).where('game_id', '=', slot('gameId')).orderBy('sort_order').orderBy('id'),
);
