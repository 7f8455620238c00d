import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import { laurelGetUserActivity, type UserActivity } from './laurel-get-user-activity.ts';

const { params, present, example } = laurelGetUserActivity;

const days: UserActivity = [
  { at: Date.UTC(2023, 9, 26) / 1000, achieved: 7, achievedHardcore: 5 },
  { at: Date.UTC(2023, 9, 25) / 1000, achieved: 11, achievedHardcore: 3 },
];

describe('LaurelGetUserActivity', () => {
  it('presents its example, to the letter', () => {
    expect(JSON.stringify(present(days), null, 1)).toBe(JSON.stringify(example.response, null, 1));
  });

  it.each([
    ['2024-02-29T00:00:00Z', '2024-02-29'],
    ['2024-02-29T23:59:59Z', '2024-02-29'],
    ['1970-01-01T00:00:00Z', '1970-01-01'],
  ])('names the day of %s', (moment, name) => {
    const [day] = present([{ at: Date.parse(moment) / 1000, achieved: 1, achievedHardcore: 1 }]);
    expect(day).toMatchObject({ Date: name });
  });

  it.each([
    [{}, 100],
    [{ c: '371' }, 371],
    [{ c: '500' }, 500],
    [{ c: '501' }, 500],
  ])('reads its parameters: %j', (raw, c) => {
    expect(parseQuery(params, { u: 'Scott', ...raw })).toEqual({
      ok: true,
      value: { u: { kind: 'username', username: 'Scott' }, c },
    });
  });

  it.each([[{}], [{ u: 'a' }], [{ u: 'Scott', c: '0' }], [{ u: 'Scott', c: 'all' }]])('refuses %j', (raw) => {
    expect(parseQuery(params, raw)).toMatchObject({ ok: false });
  });
});
