import fc from 'fast-check';
import { Clean, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { JsonWriter } from '../json-writer.ts';
import { parseQuery } from '../query.ts';
import { gameProgress } from '../testing/game-progress.ts';
import { getUserProgress, type UserProgress } from './get-user-progress.ts';

const { params, write, response, example } = getUserProgress;
const json = new JsonWriter();

/** A game of which every achievement is unlocked in hardcore, as on the documented page. */
function mastered(gameId: number, achievements: number, score: number): UserProgress[number] {
  return {
    gameId,
    possibleAchievements: achievements,
    possibleScore: score,
    achieved: achievements,
    score,
    achievedHardcore: achievements,
    scoreHardcore: score,
  };
}

const answers: fc.Arbitrary<UserProgress> = fc.uniqueArray(
  fc
    .tuple(fc.integer({ min: 1, max: 2_147_483_647 }), gameProgress)
    .map(([gameId, progress]) => ({ gameId, ...progress })),
  { selector: ({ gameId }) => gameId },
);

function written(answer: UserProgress): string {
  write(answer, json);
  return Buffer.from(json.take()).toString();
}

describe('GetUserProgress', () => {
  it('presents the documented example, to the letter', () => {
    const answer = [mastered(1, 23, 251), mastered(2, 22, 320), mastered(3, 23, 335)];
    expect(written(answer)).toBe(JSON.stringify(example.response));
  });

  it('presents nobody as an empty object', () => {
    expect(written([])).toBe('{}');
  });

  it('writes nothing but what its contract promises, and no number in place of another', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const sent = JSON.parse(written(answer));
        expect(Errors(response, sent)).toEqual([]);
        expect(Clean(response, structuredClone(sent))).toEqual(sent);
        expect(Object.keys(sent)).toHaveLength(answer.length);
        for (const game of answer) {
          expect(sent[game.gameId]).toEqual({
            NumPossibleAchievements: game.possibleAchievements,
            PossibleScore: game.possibleScore,
            NumAchieved: game.achieved,
            ScoreAchieved: game.score,
            NumAchievedHardcore: game.achievedHardcore,
            ScoreAchievedHardcore: game.scoreHardcore,
          });
        }
      }),
    );
  });

  it('writes the games in the order asked for', () => {
    expect(written([mastered(3, 1, 2), mastered(1, 3, 4)])).toMatch(/^\{"3":.*,"1":/);
  });

  it('reads its parameters as documented', () => {
    expect(parseQuery(params, { u: 'MaxMilyin', i: '1,2,3' })).toEqual({
      ok: true,
      value: { u: { kind: 'username', username: 'MaxMilyin' }, i: [1, 2, 3] },
    });
    expect(parseQuery(params, {})).toEqual({
      ok: false,
      errors: { u: ['The u field is required.'], i: ['The i field is required.'] },
    });
  });
});
