import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import { getUserRecentAchievements, type UserRecentAchievements } from './get-user-recent-achievements.ts';

const { params, present, example } = getUserRecentAchievements;

const beginner: UserRecentAchievements[number] = {
  awardedAt: 1_703_693_090,
  hardcore: true,
  achievementId: 98012,
  title: 'Beginner I',
  description: 'Clear stages 01 - 05 in Quest.',
  badge: '108302',
  points: 5,
  trueRatio: 25,
  kind: null,
  author: 'jos',
  authorUlid: '00003EMFWR7XB8SDPEHB3K56ZQ',
  gameTitle: 'Pokemon Pinball mini',
  gameIcon: '/Images/028399.png',
  gameId: 14715,
  systemName: 'Pokemon Mini',
};

describe('GetUserRecentAchievements', () => {
  it('presents the documented example, to the letter', () => {
    expect(JSON.stringify(present([beginner]), null, 1)).toBe(JSON.stringify(example.response, null, 1));
  });

  it('gives an achievement without a badge a picture of its own', () => {
    const [sent] = present([{ ...beginner, badge: '' }]);
    expect(sent?.BadgeName).not.toBe('');
    expect(sent?.BadgeURL).toBe(`/Badge/${sent?.BadgeName}.png`);
  });

  it('presents softcore, and an author who is no user', () => {
    expect(present([{ ...beginner, hardcore: false, authorUlid: null, kind: 'missable' }])).toMatchObject([
      { HardcoreMode: 0, AuthorULID: null, Type: 'missable' },
    ]);
  });

  it.each([
    [{}, 60],
    [{ m: '0' }, 0],
    [{ m: '525600' }, 525_600],
    [{ m: '99999999999999' }, 2_147_483_647],
  ])('reads its parameters as documented: %j', (raw, m) => {
    expect(parseQuery(params, { u: 'Scott', ...raw })).toEqual({
      ok: true,
      value: { u: { kind: 'username', username: 'Scott' }, m },
    });
  });

  it('refuses less than nothing', () => {
    expect(parseQuery(params, { u: 'Scott', m: '-1' })).toEqual({
      ok: false,
      errors: { m: ['The m field must be at least 0.'] },
    });
  });
});
