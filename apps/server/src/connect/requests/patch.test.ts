import { afterAll, describe, expect, it } from 'vitest';
import { MISSING_PARAMETER, NOW, notFound, ORIGIN, startConnectServer } from '../testing/connect-server.ts';
import { CREATED, TINY_HASH } from '../testing/tiny-world.ts';

const players = Array.from({ length: 10 }, (_, index) => `Player${index}`);
const server = await startConnectServer([
  ...players.flatMap((username) => [
    { type: 'user', username } as const,
    { type: 'unlock', user: username, achievementId: 9, at: NOW, hardcore: false } as const,
  ]),
  { type: 'unlock', user: 'Bob', achievementId: 10, at: NOW, hardcore: true },
]);
afterAll(() => server[Symbol.asyncDispose]());
const alice = await server.signIn('Alice');

const idsOf = (body: { PatchData: { Achievements: { ID: number }[] } }) =>
  body.PatchData.Achievements.map(({ ID }) => ID);

describe('patch', () => {
  it('answers with the game, in the order of its set', async () => {
    const answer = await server.post({ r: 'patch', ...alice, g: 77 });
    expect(answer.statusCode).toBe(200);
    const { Success, PatchData } = answer.json();
    expect(Success).toBe(true);
    expect(PatchData).toMatchObject({
      ID: 77,
      Title: 'Tiny',
      ConsoleID: 7,
      ImageIcon: '/Images/000011.png',
      ImageIconURL: `${ORIGIN}/Images/000011.png`,
      RichPresencePatch: 'Display:\nPlaying',
      Leaderboards: [],
    });
    expect(idsOf(answer.json())).toEqual([20, 10, 9, 11, 12, 13, 14]);
    expect(PatchData.Achievements[2]).toEqual({
      ID: 9,
      MemAddr: '0xH0010>=100',
      Title: 'Nine',
      Description: 'D',
      Points: 5,
      Author: 'Scott',
      Modified: CREATED,
      Created: CREATED,
      BadgeName: '00234',
      Flags: 3,
      Type: null,
      Rarity: 91.67,
      RarityHardcore: 8.33,
      BadgeURL: `${ORIGIN}/Badge/00234.png`,
      BadgeLockedURL: `${ORIGIN}/Badge/00234_lock.png`,
    });
  });

  it('counts a player who has played the game once', async () => {
    const answer = await server.post({ r: 'patch', ...(await server.signIn('Bob')), g: 77 });
    expect(answer.json().PatchData.Achievements[2]).toMatchObject({
      ID: 9,
      Rarity: 100,
      RarityHardcore: 9.09,
    });
  });

  it.each([
    [3, [10, 9, 11, 12, 13, 14]],
    [5, [20]],
    [0, [20, 10, 9, 11, 12, 13, 14]],
  ])('f=%i gives %j', async (f, expected) => {
    const answer = await server.get({ r: 'patch', ...alice, g: 77, f });
    expect(idsOf(answer.json())).toEqual(expected);
  });

  it.each([
    ['by hash', { m: TINY_HASH }, 77],
    ['by hash, as g is 0', { g: 0, m: TINY_HASH }, 77],
    ['by g, which goes first', { g: 78, m: TINY_HASH }, 78],
  ])('finds the game %s', async (_, fields, expected) => {
    const answer = await server.post({ r: 'patch', ...alice, ...fields });
    expect(answer.json().PatchData.ID).toBe(expected);
  });

  it('answers for a game without anything', async () => {
    const answer = await server.post({ r: 'patch', ...alice, g: 78 });
    expect(answer.json().PatchData).toMatchObject({
      Achievements: [],
      Leaderboards: [],
      RichPresencePatch: '',
    });
  });

  it('gives addresses on the host that was asked', async () => {
    const answer = await server.app.inject({
      url: `/dorequest.php?r=patch&g=77&u=${alice.u}&t=${alice.t}`,
      headers: { host: '192.168.1.2:8080' },
    });
    expect(answer.json().PatchData.ImageIconURL).toBe('http://192.168.1.2:8080/Images/000011.png');
  });
});

describe('achievementsets', () => {
  it('answers with one set of the same achievements and leaderboards', async () => {
    const sets = await server.post({ r: 'achievementsets', ...alice, m: TINY_HASH });
    const patch = await server.post({ r: 'patch', ...alice, g: 77 });
    const { Achievements, Leaderboards } = patch.json().PatchData;
    expect(sets.statusCode).toBe(200);
    expect(sets.json()).toEqual({
      Success: true,
      GameId: 77,
      Title: 'Tiny',
      ImageIconUrl: `${ORIGIN}/Images/000011.png`,
      RichPresenceGameId: 77,
      RichPresencePatch: 'Display:\nPlaying',
      ConsoleId: 7,
      Sets: [
        {
          Title: 'Tiny',
          Type: 'core',
          AchievementSetId: 77,
          GameId: 77,
          ImageIconUrl: `${ORIGIN}/Images/000011.png`,
          Achievements,
          Leaderboards,
        },
      ],
    });
  });

  it.each([
    ['by g', { g: 78 }, 78],
    ['by hash, which goes first', { g: 78, m: TINY_HASH }, 77],
  ])('finds the game %s', async (_, fields, expected) => {
    const answer = await server.post({ r: 'achievementsets', ...alice, ...fields });
    expect(answer.json().GameId).toBe(expected);
  });

  it('has a set for a game without anything', async () => {
    const answer = await server.post({ r: 'achievementsets', ...alice, g: 78 });
    expect(answer.json().Sets).toMatchObject([{ Achievements: [], Leaderboards: [] }]);
  });
});

describe.each(['patch', 'achievementsets'])('%s', (r) => {
  it.each([
    ['game', { g: 79 }],
    ['game 0', { g: 0 }],
    ['game that is no number', { g: 'abcdef' }],
    ['game too large to be one', { g: '99999999999' }],
    ['hash', { m: 'f'.repeat(32) }],
    ['hash that is none', { m: '' }],
  ])('knows no such %s', async (_, fields) => {
    const answer = await server.post({ r, ...alice, ...fields });
    expect([answer.statusCode, answer.json()]).toEqual([404, notFound('Unknown game.')]);
  });

  it('needs a game or a hash', async () => {
    const answer = await server.post({ r, ...alice });
    expect([answer.statusCode, answer.json()]).toEqual([422, MISSING_PARAMETER]);
  });
});
