import type { Session } from '../engine/engine.ts';
import { atMost, statement } from '../statement.ts';
import type { Page } from './achievement-unlocks.ts';
import type { Presence } from './user-facts.ts';

/** A game that a player has played, and when they last did. */
export interface Played {
  readonly gameId: number;
  readonly at: number;
}

/**
 * A page of the games that a player has played, the one played last first; at the same time, the lower id. These
 * are the games of the completion progress, each at the time of its newest unlock, and the one that the player's
 * emulator was in last, at that time where it is the later.
 *
 * A deep page is walked to along the player's own games.
 */
export async function recentlyPlayed(
  session: Session,
  playerId: number,
  presence: Presence | null,
  { count, offset }: Page,
): Promise<Played[]> {
  if (presence === null) return session.all(listOthers, { playerId, except: 0, count, offset });
  const { gameId } = presence;
  const standing = await session.first(findListed, { playerId, gameId });
  const current = { gameId, at: Math.max(presence.at, standing?.listed_at ?? 0) };
  // One game more before the page: whether the current one is before it too or not, the page begins right after.
  const before = offset === 0 ? 0 : 1;
  const others = await session.all(listOthers, {
    ...{ playerId, except: gameId },
    count: count + before,
    offset: offset - before,
  });
  const place = others.findIndex((other) => isBefore(current, other));
  const games = others.toSpliced(place === -1 ? others.length : place, 0, current);
  return games.slice(before, before + count);
}

function isBefore(one: Played, other: Played): boolean {
  return one.at > other.at || (one.at === other.at && one.gameId < other.gameId);
}

const findListed = statement<{ playerId: number; gameId: number }>()((db, slot) =>
  db
    .selectFrom('player_game')
    .select('listed_at')
    .where('player_id', '=', slot('playerId'))
    .where('game_id', '=', slot('gameId')),
);

const listOthers = statement<Page & { playerId: number; except: number }>()((db, slot) =>
  db
    .selectFrom('player_game')
    .select(['game_id as gameId'])
    .select((row) => row.ref('listed_at').$notNull().as('at'))
    .where('player_id', '=', slot('playerId'))
    .where('listed_at', 'is not', null)
    .where('game_id', '<>', slot('except'))
    .orderBy('listed_at', 'desc')
    .orderBy('game_id')
    .limit(atMost(slot('count')))
    .offset(slot('offset')),
);
