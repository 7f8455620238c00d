import fc from 'fast-check';
import { Clean, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { getTopTenUsers, type TopTenUsers } from './get-top-ten-users.ts';

const { present, response, example } = getTopTenUsers;

const maxMilyin: TopTenUsers[number] = {
  username: 'MaxMilyin',
  pointsHardcore: 399597,
  pointsTrue: 1599212,
  ulid: '00003EMFWR7XB8SDPEHB3K56ZQ',
};

describe('GetTopTenUsers', () => {
  it('presents the documented example, to the letter', () => {
    expect(JSON.stringify(present([maxMilyin]))).toBe(JSON.stringify(example.response));
    expect(JSON.stringify(present([maxMilyin]))).toBe(
      '[{"1":"MaxMilyin","2":399597,"3":1599212,"4":"00003EMFWR7XB8SDPEHB3K56ZQ"}]',
    );
  });

  it('presents an empty server as an empty list', () => {
    expect(present([])).toEqual([]);
  });

  it('presents nothing but what its contract promises, in the same order', () => {
    const users = fc.array(
      fc.record({
        username: fc.string(),
        pointsHardcore: fc.nat(),
        pointsTrue: fc.nat(),
        ulid: fc.constant(maxMilyin.ulid),
      }),
    );
    fc.assert(
      fc.property(users, (answer) => {
        const sent = present(answer);
        expect(Errors(response, sent)).toEqual([]);
        expect(Clean(response, structuredClone(sent))).toEqual(sent);
        expect(sent.map((user) => user[2])).toEqual(answer.map((user) => user.pointsHardcore));
      }),
    );
  });
});
