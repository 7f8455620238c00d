import type { ScoreRecord } from '@laurel/domain';
import { CLOSING, DAY } from './calendar.ts';
import type { DemoGame } from './catalogue.ts';
import type { DemoPlayer } from './players.ts';
import type { Random } from './random.ts';

/** Entries on every leaderboard: points in steps of ten, times in frames. */
export function* scores(
  random: Random,
  games: readonly DemoGame[],
  players: readonly DemoPlayer[],
): Generator<ScoreRecord> {
  for (const { leaderboards, openedAt } of games) {
    for (const { id, lowerIsBetter } of leaderboards) {
      for (let entry = random.between(5, 30); entry > 0; entry -= 1) {
        const { username, joinedAt } = random.pick(players).record;
        const time = random.between(Math.max(openedAt + DAY, joinedAt + 60), CLOSING);
        const value = lowerIsBetter ? random.between(40_000, 400_000) : random.between(100, 99_000) * 10;
        yield { type: 'score', user: username, leaderboardId: id, value, at: time };
      }
    }
  }
}
