import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GameProgress, presentGameProgress, writeGameProgress } from './game-progress.ts';
import { JsonWriter } from './json-writer.ts';

const amount = fc.nat();
const progress: fc.Arbitrary<GameProgress> = fc.record({
  possibleAchievements: amount,
  possibleScore: amount,
  achieved: amount,
  score: amount,
  achievedHardcore: amount,
  scoreHardcore: amount,
});

test('what is written of a progress is what is presented of it', () => {
  const json = new JsonWriter();
  fc.assert(
    fc.property(progress, (progress) => {
      writeGameProgress(progress, json);
      expect(Buffer.from(json.take()).toString()).toBe(JSON.stringify(presentGameProgress(progress)));
    }),
  );
});
