import type { WorldRecord } from '@laurel/domain';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlayerIdentifier } from '../players.ts';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';

const NOW = 2_000_000_000;
const ULID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const named = (username: string): PlayerIdentifier => ({ kind: 'username', username });
const parts = { games: 10, achievements: 10 };

const WORLD: readonly WorldRecord[] = [
  SYSTEM,
  { ...GAME, publisher: 'Sega', developer: 'Sonic Team', genre: 'Platforming', released: '1991-06-23' },
  { type: 'game', id: 2, systemId: 1, title: 'Two' },
  // Enough to be ranked; one point too few; and three that bring the sum up to a difference.
  ...[250, 249, 1].map((points, index) => achievement(index + 1, { points })),
  achievement(4, { gameId: 2, points: 10 }),
  achievement(5, { gameId: 2, points: 100, promoted: false }),
  ...['First', 'Tied', 'Tied2', 'Short', 'Softcore', 'Hidden', 'Fresh'].map(
    (username, index): WorldRecord => ({
      type: 'user',
      username,
      id: index + 1,
      joinedAt: 1_000 + index,
      motto: `I am ${username}`,
      ...(username === 'First' && { ulid: ULID }),
      untracked: username === 'Hidden',
    }),
  ),
  unlock('First', 1, 100),
  unlock('First', 4, 200),
  unlock('First', 2, 300, false),
  unlock('First', 5, 400),
  unlock('Tied', 1, 100),
  unlock('Tied2', 1, 100),
  unlock('Short', 2, 100),
  unlock('Softcore', 1, 100, false),
  unlock('Hidden', 1, 100),
  unlock('Hidden', 2, 100),
];

describeOnBothEngines('what there is to say of a player', (engine) => {
  let store: TestStore;

  beforeAll(async () => {
    store = await engine.openTestStore();
    await store.importWorld(WORLD, NOW);
    await store.createAccount({ username: 'Tied', passwordHash: 'x', admin: true, now: NOW });
    await store.createAccount({ username: 'Tied2', passwordHash: 'x', admin: false, now: NOW });
  });

  describe('the points', () => {
    it('of promoted achievements, by mode', async () => {
      expect(await store.userPoints(named('first'))).toEqual({ hardcore: 260, softcore: 249 });
      expect(await store.userPoints({ kind: 'ulid', ulid: ULID })).toEqual({ hardcore: 260, softcore: 249 });
      expect(await store.userPoints(named('Fresh'))).toEqual({ hardcore: 0, softcore: 0 });
    });

    it('are nothing of a player who does not exist', async () => {
      expect(await store.userPoints(named('Nobody'))).toBeUndefined();
    });
  });

  describe('the profile', () => {
    it('with RetroPoints by how many have each achievement, of promoted ones in hardcore', async () => {
      // Four tracked players have something in hardcore in game 1, three of them achievement 1:
      // (4·250·3 + 6·250·4) div 30 = 300; in game 2 there is nobody else: 10.
      const profile = await store.userProfile(named('FIRST'));
      expect(profile).toMatchObject({
        id: 1,
        username: 'First',
        ulid: ULID,
        joinedAt: 1_000,
        motto: 'I am First',
        untracked: false,
        admin: false,
        pointsHardcore: 260,
        pointsSoftcore: 249,
        pointsTrue: 300 + 10,
      });
    });

    it('says who runs the server, and who is untracked', async () => {
      expect(await store.userProfile(named('Tied'))).toMatchObject({ admin: true, untracked: false });
      expect(await store.userProfile(named('Tied2'))).toMatchObject({ admin: false });
      expect(await store.userProfile(named('Hidden'))).toMatchObject({ untracked: true });
    });

    it('has no game of who has played nothing, and none at all of who does not exist', async () => {
      expect(await store.userProfile(named('Fresh'))).toMatchObject({ lastGame: null, pointsTrue: 0 });
      expect(await store.userProfile(named('Nobody'))).toBeUndefined();
    });

    it('says that a game is played, as long as the emulator has said nothing', async () => {
      expect((await store.userProfile(named('First')))?.lastGame).toMatchObject({
        ...{ gameId: 1, title: 'One', message: 'Playing One', messageAt: 300 },
        ...{ publisher: 'Sega', developer: 'Sonic Team', genre: 'Platforming', released: '1991-06-23' },
        ...{ icon: '/Images/game-1.png', imageBoxArt: '/Images/game-1.png', systemName: 'Mega Drive' },
      });
    });

    it('says what the emulator said of the game played last', async () => {
      const lastGame = async () => (await store.userProfile(named('Short')))?.lastGame;
      await store.savePresence({ playerId: 4, gameId: 2, message: 'Act 2', at: 50 });
      expect(await lastGame()).toMatchObject({ gameId: 1, message: 'Playing One', messageAt: 100 });
      await store.savePresence({ playerId: 4, gameId: 2, message: 'Act 3', at: 150 });
      expect(await lastGame()).toMatchObject({ gameId: 2, message: 'Act 3', messageAt: 150, released: null });
      await store.savePresence({ playerId: 4, gameId: 1, message: 'Zone 1', at: 60 });
      expect(await lastGame()).toMatchObject({ gameId: 1, message: 'Zone 1', messageAt: 60 });
    });
  });

  describe('the summary', () => {
    it.each([
      ['First', 1],
      ['Tied', 2],
      ['Tied2', 2],
      ['Short', null],
      ['Softcore', null],
      ['Hidden', null],
      ['Fresh', null],
    ])('ranks %s %o of those with 250 hardcore points', async (username, rank) => {
      expect(await store.userSummary(named(username), parts)).toMatchObject({ rank, totalRanked: 3 });
    });

    it('has the games played last and the newest unlocks in them', async () => {
      const summary = await store.userSummary(named('First'), parts);
      expect(summary?.recentlyPlayed).toMatchObject([
        { gameId: 1, lastPlayedAt: 300, possibleAchievements: 3, achieved: 2, achievedHardcore: 1 },
        { gameId: 2, lastPlayedAt: 200, possibleAchievements: 1, achieved: 1, scoreHardcore: 10 },
      ]);
      expect(summary?.recentAchievements).toMatchObject([
        { achievementId: 2, gameId: 1, awardedAt: 300, hardcore: false },
        { achievementId: 4, gameId: 2, awardedAt: 200, hardcore: true, gameTitle: 'Two' },
        { achievementId: 1, gameId: 1, awardedAt: 100, hardcore: true },
      ]);
      expect(summary?.lastGame).toMatchObject({ gameId: 1 });
    });

    it.each([
      [0, 10, [], []],
      [1, 10, [1], [2, 1]],
      [1, 1, [1], [2]],
      [2, 2, [1, 2], [2, 4]],
      [2, 0, [1, 2], []],
    ])('of %i games, %i achievements', async (games, achievements, gameIds, achievementIds) => {
      const summary = await store.userSummary(named('First'), { games, achievements });
      expect(summary?.recentlyPlayed.map(({ gameId }) => gameId)).toEqual(gameIds);
      expect(summary?.recentAchievements.map(({ achievementId }) => achievementId)).toEqual(achievementIds);
    });

    it('is nothing of a player who does not exist', async () => {
      expect(await store.userSummary(named('Nobody'), parts)).toBeUndefined();
    });
  });
});
