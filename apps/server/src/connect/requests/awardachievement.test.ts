import { createHash } from 'node:crypto';
import type { WorldRecord } from '@laurel/domain';
import { describe, expect, it } from 'vitest';
import {
  ACCESS_DENIED,
  type ConnectServer,
  type FieldValues,
  MISSING_PARAMETER,
  NOW,
  notFound,
  startConnectServer,
} from '../testing/connect-server.ts';

const r = 'awardachievement';
const ALREADY = 'User already has this achievement unlocked.';
const ALREADY_HARDCORE = 'User already has this achievement unlocked in hardcore mode.';
const FOURTEEN_DAYS = 14 * 24 * 60 * 60;

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const unlock = (achievementId: number, hardcore: boolean): WorldRecord => ({
  type: 'unlock',
  user: 'Alice',
  achievementId,
  at: NOW - 1_000,
  hardcore,
});

async function timesOf(server: ConnectServer, achievementId: number) {
  const player = await server.store.findPlayer({ kind: 'username', username: 'Alice' });
  const unlocks = await server.store.playerUnlocks(player?.id ?? 0, 77);
  const found = unlocks.find((candidate) => candidate.achievementId === achievementId);
  return found && { softcoreAt: found.softcoreAt, hardcoreAt: found.hardcoreAt };
}

describe('an unlock', () => {
  const body = { AchievementID: 9 };
  it.each([
    [
      'in softcore, of nothing yet',
      [],
      0,
      { ...body, Success: true, AchievementsRemaining: 5, Score: 0, SoftcoreScore: 5 },
    ],
    [
      'in hardcore, of nothing yet',
      [],
      1,
      { ...body, Success: true, AchievementsRemaining: 5, Score: 5, SoftcoreScore: 0 },
    ],
    [
      'in softcore, again',
      [unlock(9, false)],
      0,
      { ...body, Success: false, AchievementsRemaining: 5, Score: 0, SoftcoreScore: 5, Error: ALREADY },
    ],
    [
      'in hardcore, of one in softcore',
      [unlock(9, false), unlock(10, false)],
      1,
      { ...body, Success: true, AchievementsRemaining: 5, Score: 5, SoftcoreScore: 10 },
    ],
    [
      'in hardcore, again',
      [unlock(9, true)],
      1,
      {
        ...body,
        Success: false,
        AchievementsRemaining: 5,
        Score: 5,
        SoftcoreScore: 0,
        Error: ALREADY_HARDCORE,
      },
    ],
    [
      'in softcore, of one in hardcore',
      [unlock(9, true), unlock(10, true), unlock(11, true)],
      0,
      { ...body, Success: false, AchievementsRemaining: 3, Score: 40, SoftcoreScore: 0, Error: ALREADY },
    ],
  ])('%s', async (_, records, h, expected) => {
    await using server = await startConnectServer(records);
    const answer = await server.post({ r, ...(await server.signIn('Alice')), a: 9, h });
    expect([answer.statusCode, answer.json()]).toEqual([200, expected]);
  });

  it('in hardcore keeps the softcore time of one that was there', async () => {
    await using server = await startConnectServer([unlock(9, false)]);
    await server.post({ r, ...(await server.signIn('Alice')), a: 9, h: 1 });
    expect(await timesOf(server, 9)).toEqual({ softcoreAt: NOW - 1_000, hardcoreAt: NOW });
  });

  it('sent many times at once is one unlock', async () => {
    await using server = await startConnectServer();
    const alice = await server.signIn('Alice');
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => server.post({ r, ...alice, a: 9, h: 1 })),
    );
    const bodies = answers.map((answer) => answer.json());
    expect(bodies.filter(({ Success }) => Success)).toHaveLength(1);
    expect(bodies.map(({ Score, AchievementsRemaining }) => [Score, AchievementsRemaining])).toEqual(
      Array.from({ length: 8 }, () => [5, 5]),
    );
  });

  it('of the last achievement leaves none, and masters the game', async () => {
    await using server = await startConnectServer();
    const alice = await server.signIn('Alice');
    const answers = await Promise.all(
      [9, 10, 11, 12, 13, 14].map((a) => server.post({ r, ...alice, a, h: 1 })),
    );
    const remaining = answers.map((answer) => answer.json().AchievementsRemaining);
    expect(remaining.sort()).toEqual([0, 1, 2, 3, 4, 5]);
    const progress = await server.store.userCompletionProgress(
      { kind: 'username', username: 'Alice' },
      { count: 1, offset: 0 },
    );
    expect(JSON.stringify(progress)).toContain('mastered');
  });

  it('of an unpromoted achievement is recorded, and counts towards nothing', async () => {
    await using server = await startConnectServer();
    const alice = await server.signIn('Alice');
    const first = await server.post({ r, ...alice, a: 20, h: 1 });
    expect([first.statusCode, first.json()]).toEqual([
      200,
      { Success: true, AchievementID: 20, AchievementsRemaining: 6, Score: 0, SoftcoreScore: 0 },
    ]);
    const again = await server.post({ r, ...alice, a: 20, h: 1 });
    expect(again.json()).toMatchObject({ Success: false, AchievementID: 20, Error: ALREADY_HARDCORE });
    expect(await timesOf(server, 20)).toEqual({ softcoreAt: NOW, hardcoreAt: NOW });
  });
});

describe('what goes with an unlock', () => {
  it.each<[string, FieldValues]>([
    ['no validation hash', {}],
    ['its validation hash', { v: md5('9Alice1') }],
    ['its validation hash in upper case', { v: md5('9Alice1').toUpperCase() }],
    ['its validation hash with an offset of 0', { v: md5('9Alice190') }],
    ['a wrong validation hash', { v: 'f'.repeat(32) }],
    ['the name in another spelling', { u: 'aLiCe', v: md5('9aLiCe1') }],
    ['an unknown ROM', { m: 'e'.repeat(32) }],
    ['h as a word', { h: 'true' }],
    ['an empty k', { k: '' }],
  ])('it is granted in hardcore, now, with %s', async (_, fields) => {
    await using server = await startConnectServer();
    const answer = await server.post({ r, ...(await server.signIn('Alice')), a: 9, h: 1, ...fields });
    expect(answer.json()).toMatchObject({ Success: true, Score: 5 });
    expect(await timesOf(server, 9)).toEqual({ softcoreAt: NOW, hardcoreAt: NOW });
  });

  it.each<[string, FieldValues, number]>([
    ['30 seconds', { o: 30, v: md5('9Alice1930') }, 30],
    ['14 days', { o: FOURTEEN_DAYS, v: md5(`9Alice19${FOURTEEN_DAYS}`) }, FOURTEEN_DAYS],
    ['30 seconds, signed in the spelling that was sent', { u: 'ALICE', o: 30, v: md5('9ALICE1930') }, 30],
    ['30 seconds, not signed', { o: 30 }, 0],
    ['30 seconds, signed without them', { o: 30, v: md5('9Alice1') }, 0],
    ['30 seconds, signed wrongly', { o: 30, v: md5('9Alice1931') }, 0],
    ['more than 14 days', { o: FOURTEEN_DAYS + 1, v: md5(`9Alice19${FOURTEEN_DAYS + 1}`) }, 0],
    ['30 seconds ahead', { o: -30, v: md5('9Alice19-30') }, 0],
    ['no number', { o: 'soon', v: md5('9Alice19soon') }, 0],
  ])('an offset of %s', async (_, fields, expected) => {
    await using server = await startConnectServer();
    const answer = await server.post({ r, ...(await server.signIn('Alice')), a: 9, h: 1, ...fields });
    expect(answer.json()).toMatchObject({ Success: true });
    expect(await timesOf(server, 9)).toEqual({ softcoreAt: NOW - expected, hardcoreAt: NOW - expected });
  });
});

describe('an unlock that cannot be', () => {
  it.each<[string, FieldValues, number, object]>([
    ['of nothing', {}, 422, MISSING_PARAMETER],
    ['of an unknown achievement', { a: 999 }, 404, notFound('Unknown achievement.')],
    ['of an empty one', { a: '' }, 404, notFound('Unknown achievement.')],
    ['of one that is no number', { a: '9abc' }, 404, notFound('Unknown achievement.')],
    ['of one too large to be', { a: '4294967305' }, 404, notFound('Unknown achievement.')],
    ['for somebody else', { a: 9, k: 'Bob', v: md5('9Bob19') }, 403, ACCESS_DENIED],
  ])('%s', async (_, fields, status, body) => {
    await using server = await startConnectServer();
    const answer = await server.post({ r, ...(await server.signIn('Alice')), h: 1, ...fields });
    expect([answer.statusCode, answer.json()]).toEqual([status, body]);
    expect(await timesOf(server, 9)).toBeUndefined();
  });
});
