import type { UnlockRecord, WorldRecord } from '@laurel/domain';
import type { NumberedUnlock } from './recorder-process.ts';

const GAMES = 4;
const SET_SIZE = 8;

/** The first unlock of {@link unlocksInTurn} is this long after 1970, in seconds. */
const FIRST_AT = 1_600_000_000;

/** A world for many writers: 4 games of 8 promoted achievements each, and this many players. */
export function* sharedWorld(players: number): Generator<WorldRecord> {
  yield { type: 'system', id: 1, name: 'Mega Drive' };
  for (let gameId = 1; gameId <= GAMES; gameId += 1) {
    yield { type: 'game', id: gameId, systemId: 1, title: `Game ${gameId}` };
    for (let index = 0; index < SET_SIZE; index += 1) {
      const id = (gameId - 1) * SET_SIZE + index + 1;
      yield { type: 'achievement', id, gameId, title: '', description: '', points: 5, kind: 'progression' };
    }
  }
  for (let id = 1; id <= players; id += 1) yield { type: 'user', username: `Player${id}`, id };
}

/**
 * Every unlock that there can be in {@link sharedWorld}, each player's in turn, so that neighbours are of the
 * same achievement; some in softcore. Its number is its place.
 */
export function unlocksInTurn(players: number): NumberedUnlock[] {
  const unlocks: NumberedUnlock[] = [];
  for (let achievementId = 1; achievementId <= GAMES * SET_SIZE; achievementId += 1) {
    for (let playerId = 1; playerId <= players; playerId += 1) {
      const number = unlocks.length;
      unlocks.push({ number, playerId, achievementId, at: FIRST_AT + number, hardcore: number % 3 !== 0 });
    }
  }
  return unlocks;
}

/** An unlock as an import holds it. */
export function asRecord({ playerId, achievementId, at, hardcore }: NumberedUnlock): UnlockRecord {
  return { type: 'unlock', user: `Player${playerId}`, achievementId, at, hardcore };
}
