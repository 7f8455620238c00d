import type { UnlockRecord } from '@laurel/domain';
import { CLOSING, DAY } from './calendar.ts';
import type { DemoAchievement, DemoGame } from './catalogue.ts';
import type { DemoPlayer } from './players.ts';
import type { Random } from './random.ts';

/** A game that a player plays: what they get, in the order in which they get it. */
export interface Play {
  readonly game: DemoGame;
  readonly achieved: readonly Achieved[];
}

export interface Achieved {
  readonly achievement: DemoAchievement;
  readonly hardcore: boolean;
}

/** The unlocks of one play, between the opening of the game or the player's joining and the end of time. */
export function* unlocksOf(
  random: Random,
  player: DemoPlayer,
  { game, achieved }: Play,
): Generator<UnlockRecord> {
  const from = Math.max(game.openedAt + DAY, player.record.joinedAt + 60);
  const times = session(random, achieved.length, from, CLOSING);
  const user = player.record.username;
  for (const [index, { achievement, hardcore }] of achieved.entries()) {
    const time = times[index] ?? CLOSING;
    const achievementId = achievement.record.id;
    if (hardcore && random.chance(0.02)) {
      const earlier = random.between(from - 60, time);
      yield { type: 'unlock', user, achievementId, at: earlier, hardcore: false };
    }
    yield { type: 'unlock', user, achievementId, at: time, hardcore };
  }
}

/** Rising times: mostly some minutes apart, now and then days; all after `from` and before `to`. */
function session(random: Random, count: number, from: number, to: number): number[] {
  let length = 0;
  const offsets = Array.from({ length: count }, () => {
    length += random.chance(0.1) ? random.between(DAY / 2, 12 * DAY) : random.between(90, 1800);
    return length;
  });
  const room = to - from - 1;
  const scale = Math.min(1, room / length);
  const start = from + random.fraction() * Math.max(0, room - length);
  return offsets.map((offset) => Math.floor(start + offset * scale));
}
