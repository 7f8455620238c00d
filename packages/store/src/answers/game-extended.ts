import { hash } from 'node:crypto';
import { type AchievementKind, trueRatio } from '@laurel/domain';
import { sql } from 'kysely';
import { achievementKind } from '../catalogue/achievement-set.ts';
import { achievementsWhole } from '../catalogue/achievements.ts';
import { findGame, findRichPresence, type Game } from '../catalogue/games.ts';
import type { Session } from '../engine/engine.ts';
import { statement } from '../statement.ts';

/** What a game is, and the achievements of one of its sets, in the order of the set. */
export interface GameExtended extends Game {
  readonly richPresenceMd5: string;
  /** When one of its achievements was changed last, promoted or not; null where it has none. */
  readonly modifiedAt: number | null;
  readonly achievements: readonly {
    readonly id: number;
    readonly title: string;
    readonly description: string;
    readonly points: number;
    readonly trueRatio: number;
    readonly kind: AchievementKind | null;
    readonly author: string;
    /** Null where the author is not a player. */
    readonly authorUlid: string | null;
    readonly badge: string;
    readonly order: number;
    readonly triggerMd5: string;
    readonly createdAt: number;
    readonly modifiedAt: number;
    readonly unlocks: number;
    readonly unlocksHardcore: number;
  }[];
}

/**
 * The game with its promoted achievements, or its unpromoted ones; undefined where there is none. It costs as
 * much as the set is large.
 */
export async function gameExtended(
  session: Session,
  gameId: number,
  { promoted }: { readonly promoted: boolean },
): Promise<GameExtended | undefined> {
  const game = await findGame(session, gameId);
  if (game === undefined) return undefined;
  const richPresence = await findRichPresence(session, gameId);
  const modification = await session.first(findLastModification, { gameId });
  const achievements = await session.all(listSet, { gameId, promoted: promoted ? 1 : 0 });
  return {
    ...game,
    richPresenceMd5: hash('md5', richPresence),
    modifiedAt: modification?.modified_at ?? null,
    achievements: achievements.map((row) => ({
      id: row.id,
      title: row.title,
      description: row.description,
      points: row.points,
      trueRatio: trueRatio(row.points, game.playersHardcore, row.unlocks_hardcore),
      kind: achievementKind(row.kind),
      author: row.author,
      authorUlid: row.author_ulid,
      badge: row.badge,
      order: row.sort_order,
      triggerMd5: hash('md5', row.trigger),
      createdAt: row.created_at,
      modifiedAt: row.modified_at,
      unlocks: row.unlocks,
      unlocksHardcore: row.unlocks_hardcore,
    })),
  };
}

const findLastModification = statement<{ gameId: number }>()((db, slot) =>
  db
    .selectFrom('achievement')
    .select('modified_at')
    .where('game_id', '=', slot('gameId'))
    .orderBy('modified_at', 'desc')
    .limit(sql.lit(1)),
);

const listSet = statement<{ gameId: number; promoted: number }>()((db, slot) =>
  achievementsWhole(db)
    .leftJoin('player as author', 'author.name_key', 'achievement.author_key')
    .select('author.ulid as author_ulid')
    .where('achievement.game_id', '=', slot('gameId'))
    .where('achievement.promoted', '=', slot('promoted'))
    .orderBy('achievement.sort_order')
    .orderBy('achievement.id'),
);
