import { sql } from 'kysely';
import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import { atMost, statement } from '../statement.ts';
import { type ShortUnlock, showUnlocks, type UnlockShown, unlocksIn } from './player-unlocks-in.ts';

/** On PostgreSQL, their games are asked for in one message. */
const PLAYERS_AT_A_TIME = 16;

/** An unlock of some player. */
export interface RecentUnlock extends UnlockShown {
  readonly username: string;
  readonly ulid: string;
}

interface UnlockOfPlayer extends ShortUnlock {
  readonly playerId: number;
}

/** A game, and when a player unlocked something in it last. */
interface LatestGame {
  readonly playerId: number;
  readonly gameId: number;
  readonly at: number;
}

/**
 * The newest unlocks of promoted achievements by tracked players, newest first; at the same time, the higher id of
 * the player, then the lower one of the game, then that of the achievement. No list of them is kept: so many of
 * them are by no more players, and in no more games, than have the latest unlocks, and both are found in that
 * order. It costs as much as so many sets of achievements.
 */
export async function recentUnlocks(session: Session, facts: Facts, count: number): Promise<RecentUnlock[]> {
  const games = Map.groupBy(await latestGames(session, count), ({ playerId }) => playerId);
  const byPlayer = await Promise.all(
    [...games].map(async ([playerId, own]): Promise<UnlockOfPlayer[]> => {
      const gameIds = own.map(({ gameId }) => gameId);
      return (await unlocksIn(session, playerId, gameIds)).map((unlock) => ({ ...unlock, playerId }));
    }),
  );
  const unlocks = byPlayer.flat().sort(newestFirst).slice(0, count);
  const shown = await showUnlocks(session, unlocks);
  const players = await facts.players(unlocks.map(({ playerId }) => playerId));
  return shown.flatMap(({ playerId: _, ...unlock }, index) => {
    const player = players[index];
    return player === undefined ? [] : [{ ...unlock, username: player.username, ulid: player.ulid }];
  });
}

/** The games, each of one player, with the latest unlocks: at most so many, in the order of these. */
async function latestGames(session: Session, count: number): Promise<readonly LatestGame[]> {
  const players = await session.all(latestPlayers, { from: 0, count });
  const last = players[count - 1]?.at ?? 0;
  let games: readonly LatestGame[] = [];
  for (let start = 0; start < players.length; start += PLAYERS_AT_A_TIME) {
    // There are enough that are later than this; whoever comes after has no later one.
    const since = games[count - 1]?.at ?? last;
    const some = players.slice(start, start + PLAYERS_AT_A_TIME).filter(({ at }) => at >= since);
    if (some.length === 0) break;
    const gamesOf = await session.each(
      gamesSince,
      some.map(({ id: playerId }) => ({ playerId, since, count })),
    );
    const more = some.flatMap(({ id: playerId }, index) =>
      (gamesOf[index] ?? []).map((row) => ({ playerId, gameId: row.game_id, at: row.at })),
    );
    games = [...games, ...more].sort(latestFirst).slice(0, count);
  }
  return games;
}

function latestFirst(a: LatestGame, b: LatestGame): number {
  return b.at - a.at || b.playerId - a.playerId || a.gameId - b.gameId;
}

function newestFirst(a: UnlockOfPlayer, b: UnlockOfPlayer): number {
  return (
    b.awardedAt - a.awardedAt ||
    b.playerId - a.playerId ||
    a.gameId - b.gameId ||
    a.achievementId - b.achievementId
  );
}

/** The tracked players with the latest unlocks. */
const latestPlayers = statement<{ from: number; count: number }>()((db, slot) =>
  db
    .selectFrom('player')
    .select('id')
    .select((row) => row.ref('last_unlock_at').$notNull().as('at'))
    .where('untracked', '=', sql.lit(0))
    .where('last_unlock_at', '>=', slot('from'))
    .orderBy('last_unlock_at', 'desc')
    .orderBy('id', 'desc')
    .limit(atMost(slot('count'))),
);

/** When a player unlocked something last in each game, since a time, the latest first. */
const gamesSince = statement<{ playerId: number; since: number; count: number }>()((db, slot) =>
  db
    .selectFrom('player_game')
    .select('game_id')
    .select((row) => row.ref('listed_at').$notNull().as('at'))
    .where('player_id', '=', slot('playerId'))
    .where('listed_at', 'is not', null)
    .where('listed_at', '>=', slot('since'))
    // A game without an unlock is listed by when it was awarded.
    .where('achieved', '>', sql.lit(0))
    .orderBy('listed_at', 'desc')
    .orderBy('game_id')
    .limit(atMost(slot('count'))),
);
