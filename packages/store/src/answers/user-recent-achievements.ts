import type { Session } from '../engine/engine.ts';
import { findPlayer, type PlayerIdentifier } from '../players.ts';
import { atMost, statement } from '../statement.ts';
import { type ShortUnlock, showUnlocks, type UnlockShown, unlocksIn } from './player-unlocks-in.ts';

/** How many there are at most. */
const LONGEST = 500;
/** How many games are looked through at a time. */
const GAMES = 32;

/**
 * What a player has unlocked since a time, newest first, at most the newest 500; nothing for a player who does
 * not exist. It looks through the games with an unlock since then, from the newest on, until there are enough:
 * it costs as much as was unlocked in that time, and no more than for 500.
 */
export async function userRecentAchievements(
  session: Session,
  identifier: PlayerIdentifier,
  since: number,
): Promise<UnlockShown[]> {
  const player = await findPlayer(session, identifier);
  if (player === undefined) return [];
  return showUnlocks(session, await newestUnlocks(session, player.id, Math.max(since, 0)));
}

async function newestUnlocks(session: Session, playerId: number, since: number): Promise<ShortUnlock[]> {
  let unlocks: ShortUnlock[] = [];
  let place = { at: 2 ** 31 - 1, gameId: 0 };
  for (;;) {
    const games = await session.all(listGamesSince, { playerId, since, ...place, count: GAMES });
    const gameIds = games.map(({ game_id }) => game_id);
    const more = await unlocksIn(session, playerId, gameIds);
    unlocks = [...unlocks, ...more.filter(({ awardedAt }) => awardedAt >= since)]
      .sort((a, b) => b.awardedAt - a.awardedAt || a.achievementId - b.achievementId)
      .slice(0, LONGEST);
    const last = games.at(-1);
    if (last === undefined || games.length < GAMES) return unlocks;
    // All games that are left have nothing newer than their place in the list.
    const oldest = unlocks.at(LONGEST - 1);
    if (oldest !== undefined && oldest.awardedAt > last.at) return unlocks;
    place = { at: last.at, gameId: last.game_id + 1 };
  }
}

/** Games with an unlock, or an award, since a time, newest first, from a place in their list on. */
const listGamesSince = statement<{
  playerId: number;
  since: number;
  at: number;
  gameId: number;
  count: number;
}>()((db, slot) =>
  db
    .selectFrom('player_game')
    .select('game_id')
    .select((row) => row.ref('listed_at').$notNull().as('at'))
    .where('player_id', '=', slot('playerId'))
    .where('listed_at', 'is not', null)
    .where('listed_at', '>=', slot('since'))
    .where('listed_at', '<=', slot('at'))
    .where((row) => row.or([row('listed_at', '<', slot('at')), row('game_id', '>=', slot('gameId'))]))
    .orderBy('listed_at', 'desc')
    .orderBy('game_id')
    .limit(atMost(slot('count'))),
);
