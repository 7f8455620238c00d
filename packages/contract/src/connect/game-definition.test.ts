import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { achievementsets } from './achievementsets.ts';
import type { AchievementDefinition, GameDefinition } from './game-definition.ts';
import { patch } from './patch.ts';

const achievement: AchievementDefinition = {
  id: 9,
  title: 'T',
  description: 'D',
  points: 5,
  kind: 'progression',
  promoted: true,
  author: 'Alice',
  badge: '00234',
  trigger: '0xH0010>=100',
  createdAt: 1_690_000_000,
  modifiedAt: 1_700_000_000,
  unlocks: 10,
  unlocksHardcore: 2,
};

const definition: GameDefinition = {
  origin: 'http://host',
  game: { id: 77, title: 'Tiny', systemId: 7, icon: '/Images/000011.png', richPresence: 'Display:\nPlaying' },
  players: 12,
  achievements: [achievement],
  leaderboards: [
    { id: 4, title: 'L', description: 'D', format: 'VALUE', lowerIsBetter: false, definition: 'STA:0=1' },
  ],
};

const presentedAchievement = {
  ID: 9,
  MemAddr: '0xH0010>=100',
  Title: 'T',
  Description: 'D',
  Points: 5,
  Author: 'Alice',
  Modified: 1_700_000_000,
  Created: 1_690_000_000,
  BadgeName: '00234',
  Flags: 3,
  Type: 'progression',
  Rarity: 91.67,
  RarityHardcore: 25,
  BadgeURL: 'http://host/Badge/00234.png',
  BadgeLockedURL: 'http://host/Badge/00234_lock.png',
};

const presentedLeaderboard = {
  ID: 4,
  Mem: 'STA:0=1',
  Format: 'VALUE',
  LowerIsBetter: false,
  Title: 'L',
  Description: 'D',
  Hidden: false,
};

it('is what patch answers', () => {
  expect(patch.present(definition)).toEqual({
    Success: true,
    PatchData: {
      ID: 77,
      Title: 'Tiny',
      ConsoleID: 7,
      ImageIcon: '/Images/000011.png',
      ImageIconURL: 'http://host/Images/000011.png',
      Achievements: [presentedAchievement],
      Leaderboards: [presentedLeaderboard],
      RichPresencePatch: 'Display:\nPlaying',
      ParentID: 77,
    },
  });
});

describe('achievementsets', () => {
  it('answers with one set', () => {
    expect(achievementsets.present(definition)).toEqual({
      Success: true,
      GameId: 77,
      Title: 'Tiny',
      ImageIconUrl: 'http://host/Images/000011.png',
      RichPresenceGameId: 77,
      RichPresencePatch: 'Display:\nPlaying',
      ConsoleId: 7,
      Sets: [
        {
          Title: 'Tiny',
          Type: 'core',
          AchievementSetId: 77,
          GameId: 77,
          ImageIconUrl: 'http://host/Images/000011.png',
          Achievements: [presentedAchievement],
          Leaderboards: [presentedLeaderboard],
        },
      ],
    });
  });

  it('has a set even where the game has nothing, as without one it is not loaded', () => {
    const { Sets } = achievementsets.present({ ...definition, achievements: [], leaderboards: [] });
    expect(Sets).toMatchObject([{ Achievements: [], Leaderboards: [] }]);
  });
});

describe('an achievement', () => {
  const present = (change: Partial<AchievementDefinition>, players = 12) => {
    const [first] = patch.present({ ...definition, players, achievements: [{ ...achievement, ...change }] })
      .PatchData.Achievements;
    return first;
  };

  it('has the other flag and no rarity while it is not promoted', () => {
    expect(present({ promoted: false })).toMatchObject({ Flags: 5, Rarity: 0, RarityHardcore: 0 });
  });

  it('has an author that is never null, and a badge, whatever is known of it', () => {
    expect(present({ author: '', badge: '', trigger: '' })).toMatchObject({
      Author: '',
      BadgeName: 'a9',
      BadgeURL: 'http://host/Badge/a9.png',
      MemAddr: '',
    });
  });

  it('is had by nobody and by everybody within 0 and 100 percent, written with at most two decimals', () => {
    const amount = fc.nat(2_147_483_647);
    fc.assert(
      fc.property(amount, amount, (unlocks, players) => {
        const rarity = present({ unlocks }, players)?.Rarity ?? -1;
        expect(rarity).toBeGreaterThanOrEqual(0);
        expect(rarity).toBeLessThanOrEqual(100);
        expect(JSON.stringify(rarity)).toMatch(/^\d{1,3}(\.\d{1,2})?$/);
      }),
    );
  });
});
