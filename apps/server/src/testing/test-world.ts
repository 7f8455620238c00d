import type { WorldRecord } from '@laurel/domain';

/** 2024-01-01T00:00:00Z, when the first of the players plays. */
export const FIRST_UNLOCK = 1_704_067_200;

/** More players and more games than the longest page has rows. */
export const PLAYERS = 520;
export const GAMES = 510;

export const ALICE = { username: 'Alice', ulid: '01ARZ3NDEKTSV4RRFFQ69G5FAV' } as const;
/** Her unlock of achievement 1, a day before the players'. */
export const ALICES_FIRST_UNLOCK = FIRST_UNLOCK - 86_400;

/** Users whom documented requests ask about, and who have to be there; they have played nothing. */
const ASKED_ABOUT = ['MaxMilyin', 'xelnia', 'Hexadigital'];

export const UNPROMOTED_ACHIEVEMENT = 9_001;
export const GAME_WITHOUT_ACHIEVEMENTS = 9_002;

/**
 * A world whose answers can be told in advance. Each of the games 1 … 510 has one achievement, worth 5 points,
 * with the id of its game. Alice has all of them in hardcore, each a second after the one before. Player1 …
 * Player520 have achievement 1, each a minute after the one before; those with an even number in hardcore.
 */
export function* testWorld(): Generator<WorldRecord> {
  yield { type: 'system', id: 1, name: 'Mega Drive / Genesis' };
  yield { type: 'user', ...ALICE, joinedAt: 0 };
  yield* catalogue();
  for (let id = 1; id <= GAMES; id += 1) {
    yield {
      type: 'unlock',
      user: 'Alice',
      achievementId: id,
      at: ALICES_FIRST_UNLOCK + id - 1,
      hardcore: true,
    };
  }
  for (let n = 1; n <= PLAYERS; n += 1) {
    const at = FIRST_UNLOCK + (n - 1) * 60;
    yield { type: 'user', username: `Player${n}` };
    yield { type: 'unlock', user: `Player${n}`, achievementId: 1, at, hardcore: n % 2 === 0 };
  }
  for (const username of ASKED_ABOUT) yield { type: 'user', username };
}

function* catalogue(): Generator<WorldRecord> {
  const times = { createdAt: 0, modifiedAt: 1 };
  for (let id = 1; id <= GAMES; id += 1) {
    const texts = {
      title: `Achievement ${id}`,
      description: 'Play it',
      author: id === 1 ? 'alice' : 'Somebody',
    };
    yield { type: 'game', id, systemId: 1, title: `Game ${id}`, icon: `/Images/${id}.png` };
    yield { type: 'achievement', id, gameId: id, points: 5, kind: 'progression', ...texts, ...times };
  }
  yield {
    type: 'achievement',
    id: UNPROMOTED_ACHIEVEMENT,
    gameId: 2,
    title: 'Not yet',
    description: 'Wait',
    points: 1,
    promoted: false,
  };
  yield { type: 'game', id: GAME_WITHOUT_ACHIEVEMENTS, systemId: 1, title: 'Nothing to do' };
}
