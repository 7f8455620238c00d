import type { Session } from '../engine/engine.ts';
import { atMost, statement } from '../statement.ts';
import { type ShortUnlock, unlocksIn } from './player-unlocks-in.ts';

/** How many games are looked through at a time. */
const GAMES = 32;

/** What a player has unlocked in a few games. */
export interface UnlocksOfGames {
  readonly unlocks: readonly ShortUnlock[];
  /** No unlock of the games that are left is newer than this; it may be of this very second. */
  readonly left: number;
}

/**
 * What a player has unlocked since a time (in seconds since 1970), a few games after the other, those with the
 * latest unlock first. Who has enough of it stops, and the other games cost nothing.
 */
export async function* unlocksByGame(
  session: Session,
  playerId: number,
  since: number,
): AsyncGenerator<UnlocksOfGames, void> {
  let place = { at: 2 ** 31 - 1, gameId: 0 };
  for (;;) {
    const games = await session.all(listGamesSince, { playerId, since, ...place, count: GAMES });
    const last = games.at(-1);
    if (last === undefined) return;
    const gameIds = games.map(({ game_id }) => game_id);
    const unlocks = await unlocksIn(session, playerId, gameIds);
    yield { unlocks: unlocks.filter(({ awardedAt }) => awardedAt >= since), left: last.at };
    if (games.length < GAMES) return;
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
