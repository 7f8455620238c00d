import type { AwardRecord, UnlockRecord } from '@laurel/domain';
import { AWARD_OF_20246 } from './calendar.ts';
import {
  type DemoAchievement,
  type DemoGame,
  GAME_OF_COMPLETION,
  GAME_OF_DISTRIBUTION,
} from './catalogue.ts';
import type { Achieved, Play } from './history.ts';
import { COMPLETIONIST } from './players.ts';
import { at, type Random } from './random.ts';

/** Documented: 1287 games are listed, one of them for its award alone. */
const GAMES_PLAYED = 1286;

/** The documented player's games: those of the documented pages mastered, the others come as far as they come. */
export function* completionistPlays(random: Random, games: readonly DemoGame[]): Generator<Play> {
  const playable = games.filter((game) => game.set.length > 0);
  const mastered = playable.filter(({ record }) => record.id <= 3 || record.id === GAME_OF_DISTRIBUTION);
  const others = playable.filter((game) => !mastered.includes(game));
  for (const game of mastered) yield { game, achieved: all(game.set, true) };
  const isPlayed = random.exactly(GAMES_PLAYED - mastered.length, others.length);
  for (const game of others) {
    if (isPlayed()) yield { game, achieved: outcome(random, game.set) };
  }
}

/** Mastered, completed, beaten in either mode, or begun. */
function outcome(random: Random, set: readonly DemoAchievement[]): Achieved[] {
  const luck = random.fraction();
  if (luck < 0.5) return all(set, true);
  if (luck < 0.56)
    return set.map((achievement, index) => ({ achievement, hardcore: index < set.length - 2 }));
  if (luck < 0.8) {
    const hardcore = luck < 0.76;
    const beating = set.filter(({ record: { kind } }) => kind === 'progression' || kind === 'win_condition');
    const more = set.filter((achievement) => !beating.includes(achievement) && random.chance(0.5));
    return all([...beating, ...more], hardcore);
  }
  const begun = set.filter(({ record }) => record.kind !== 'win_condition');
  return all(begun.slice(0, random.between(1, begun.length)), random.chance(0.9));
}

function all(achievements: readonly DemoAchievement[], hardcore: boolean): Achieved[] {
  return achievements.map((achievement) => ({ achievement, hardcore }));
}

/** The last thing that happens: a game is beaten, whose set was demoted afterwards. */
export function* lastGame(games: readonly DemoGame[]): Generator<UnlockRecord | AwardRecord> {
  const game = games.find(({ record }) => record.id === GAME_OF_COMPLETION) ?? at(games, 0);
  const way = game.unpromoted.filter(({ record }) => record.kind !== 'missable').reverse();
  for (const [index, { record }] of way.entries()) {
    const time = AWARD_OF_20246 - index * 400;
    yield { type: 'unlock', user: COMPLETIONIST, achievementId: record.id, at: time, hardcore: true };
  }
  yield {
    type: 'award',
    user: COMPLETIONIST,
    gameId: game.record.id,
    kind: 'beaten-hardcore',
    at: AWARD_OF_20246,
  };
}
