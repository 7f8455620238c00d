import fc from 'fast-check';
import { expect, test } from 'vitest';
import { presentGameProgress, writeGameProgress } from './game-progress.ts';
import { JsonWriter } from './json-writer.ts';
import { gameProgress } from './testing/game-progress.ts';

test('what is written of a progress is what is presented of it', () => {
  const json = new JsonWriter();
  fc.assert(
    fc.property(gameProgress, (progress) => {
      writeGameProgress(progress, json);
      expect(Buffer.from(json.take()).toString()).toBe(JSON.stringify(presentGameProgress(progress)));
    }),
  );
});
