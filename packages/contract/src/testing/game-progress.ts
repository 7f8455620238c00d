import fc from 'fast-check';
import type { GameProgress } from '../game-progress.ts';

const amount = fc.nat();

/** What a player may have of a game, whether or not it goes together. */
export const gameProgress: fc.Arbitrary<GameProgress> = fc.record({
  possibleAchievements: amount,
  possibleScore: amount,
  achieved: amount,
  score: amount,
  achievedHardcore: amount,
  scoreHardcore: amount,
});
