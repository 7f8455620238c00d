import { type AchievementKind, trueRatio } from '@laurel/domain';
import { achievementKind } from '../catalogue/achievement-set.ts';
import { gameIconPath } from '../catalogue/game-icon.ts';
import type { Session } from '../engine/engine.ts';
import { listStatement } from '../list-statement.ts';

/** That a player has a promoted achievement. */
export interface ShortUnlock {
  readonly gameId: number;
  readonly achievementId: number;
  readonly awardedAt: number;
  readonly hardcore: boolean;
}

/** The same with what the achievement is. */
export interface UnlockShown extends ShortUnlock {
  readonly title: string;
  readonly description: string;
  readonly badge: string;
  readonly points: number;
  readonly trueRatio: number;
  readonly kind: AchievementKind | null;
  readonly author: string;
  /** Null where the author is not a player. */
  readonly authorUlid: string | null;
  readonly gameTitle: string;
  readonly gameIcon: string;
  readonly systemName: string;
}

/** What a player has unlocked of the promoted sets of these games, newest first; at the same time, the lower id. */
export async function unlocksIn(
  session: Session,
  playerId: number,
  gameIds: readonly number[],
): Promise<ShortUnlock[]> {
  const rows = await listUnlocks(session, gameIds, playerId);
  return rows
    .map((row) => ({
      gameId: row.game_id,
      achievementId: row.id,
      awardedAt: row.awarded_at,
      hardcore: row.hardcore === 1,
    }))
    .sort((a, b) => b.awardedAt - a.awardedAt || a.achievementId - b.achievementId);
}

/** These unlocks with what they are of, in the same order. */
export async function showUnlocks<Unlock extends ShortUnlock>(
  session: Session,
  unlocks: readonly Unlock[],
): Promise<(Unlock & UnlockShown)[]> {
  const rows = await showAchievements(
    session,
    unlocks.map(({ achievementId }) => achievementId),
  );
  const shown = new Map(rows.map((row) => [row.id, row]));
  return unlocks.map((unlock) => {
    const row = shown.get(unlock.achievementId);
    if (row === undefined) throw new Error(`Achievement ${unlock.achievementId} is not there`);
    return {
      ...unlock,
      title: row.title,
      description: row.description,
      badge: row.badge,
      points: row.points,
      trueRatio: trueRatio(row.points, row.players_hardcore, row.unlocks_hardcore),
      kind: achievementKind(row.kind),
      author: row.author,
      authorUlid: row.author_ulid,
      gameTitle: row.game_title,
      gameIcon: row.game_icon ?? gameIconPath(row.game_id),
      systemName: row.system_name,
    };
  });
}

/**
 * From the sets to the unlocks, each by its key: a cross join keeps SQLite from walking all unlocks of the
 * player instead.
 */
const listUnlocks = listStatement((db, gameIds, playerId) =>
  db
    .selectFrom('achievement')
    .crossJoin('unlock')
    .select(['achievement.id', 'achievement.game_id', 'unlock.awarded_at', 'unlock.hardcore'])
    .where('achievement.game_id', 'in', gameIds)
    .where('achievement.promoted', '=', 1)
    .where('unlock.player_id', '=', playerId)
    .whereRef('unlock.achievement_id', '=', 'achievement.id'),
);

const showAchievements = listStatement((db, ids) =>
  db
    .selectFrom('achievement')
    .innerJoin('game', 'game.id', 'achievement.game_id')
    .innerJoin('system', 'system.id', 'game.system_id')
    .leftJoin('player as author', 'author.name_key', 'achievement.author_key')
    .select([
      'achievement.id',
      'achievement.title',
      'achievement.description',
      'achievement.badge',
      'achievement.points',
      'achievement.kind',
      'achievement.author',
      'achievement.unlocks_hardcore',
      'author.ulid as author_ulid',
      'game.id as game_id',
      'game.title as game_title',
      'game.icon as game_icon',
      'game.players_hardcore',
      'system.name as system_name',
    ])
    .where('achievement.id', 'in', ids),
);
