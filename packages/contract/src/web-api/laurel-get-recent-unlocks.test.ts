import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import { laurelGetRecentUnlocks, type RecentUnlocks } from './laurel-get-recent-unlocks.ts';

const { params, present, example } = laurelGetRecentUnlocks;

const newest: RecentUnlocks[number] = {
  username: 'vipotaenko02',
  ulid: '00003EMFWR7XB8SDPEHB3K56ZQ',
  awardedAt: Date.UTC(2023, 9, 27, 0, 19, 5) / 1000,
  hardcore: false,
  achievementId: 9,
  title: 'That Was Easy',
  description: 'Complete the first act in Green Hill Zone',
  badge: '40009',
  points: 4,
  trueRatio: 4,
  kind: 'progression',
  author: 'Scott',
  authorUlid: '00003EMFWR7XB8SDPEHB3K56ZQ',
  gameTitle: 'Sonic the Hedgehog',
  gameIcon: '/Images/010004.png',
  gameId: 1,
  systemName: 'Mega Drive / Genesis',
};

describe('LaurelGetRecentUnlocks', () => {
  it('presents its example, to the letter', () => {
    expect(JSON.stringify(present([newest]), null, 1)).toBe(JSON.stringify(example.response, null, 1));
  });

  it('presents hardcore, and gives an achievement without a badge a picture of its own', () => {
    const [sent] = present([{ ...newest, hardcore: true, badge: '', kind: null }]);
    expect(sent).toMatchObject({ HardcoreMode: 1, Type: null });
    expect(sent?.BadgeName).not.toBe('');
    expect(sent?.BadgeURL).toBe(`/Badge/${sent?.BadgeName}.png`);
  });

  it.each([
    [{}, 25],
    [{ c: '100' }, 100],
    [{ c: '101' }, 100],
  ])('reads its parameters: %j', (raw, c) => {
    expect(parseQuery(params, raw)).toEqual({ ok: true, value: { c } });
  });
});
