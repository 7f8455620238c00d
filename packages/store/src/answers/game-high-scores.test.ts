import type { WorldRecord } from '@laurel/domain';
import { describe, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';

const NOW = 2_000_000_000;

const SET: readonly WorldRecord[] = [
  SYSTEM,
  GAME,
  ...[1, 2, 3].map((id) => achievement(id, { points: 5 * id })),
  achievement(4, { promoted: false, points: 50 }),
];

function player(username: string, unlocks: readonly WorldRecord[], untracked = false): WorldRecord[] {
  return [{ type: 'user', username, untracked }, ...unlocks];
}

const mastery = (username: string, at: number, untracked = false) =>
  player(
    username,
    [1, 2, 3].map((id) => unlock(username, id, at + id)),
    untracked,
  );

const names = (scores: readonly { username: string }[]) => scores.map(({ username }) => username);

describeOnBothEngines('of a game', (engine) => {
  async function storeWith(...records: readonly WorldRecord[]): Promise<TestStore> {
    const store = await engine.openTestStore();
    await store.importWorld([...SET, ...records], NOW);
    return store;
  }

  describe('the high scores', () => {
    it('are by points in hardcore, then by who got there first', async () => {
      const store = await storeWith(
        ...player('Two', [unlock('Two', 2, 10)]),
        ...mastery('Late', 200),
        ...mastery('Early', 100),
        // Softcore has no points, and does not count as the last award.
        ...player('Mixed', [unlock('Mixed', 3, 20), unlock('Mixed', 2, 30, false), unlock('Mixed', 4, 90)]),
        ...player('Soft', [unlock('Soft', 1, 5, false), unlock('Soft', 2, 5, false)]),
        ...player('Unpromoted', [unlock('Unpromoted', 4, 5)]),
      );
      const { ulid } = (await store.findPlayer({ kind: 'username', username: 'Mixed' })) ?? {};
      const scores = await store.gameHighScores(1);
      expect(names(scores)).toEqual(['Early', 'Late', 'Mixed', 'Two']);
      expect(scores[1]).toMatchObject({ achievedHardcore: 3, scoreHardcore: 30, lastHardcoreAt: 203 });
      expect(scores[2]).toEqual({
        username: 'Mixed',
        ulid,
        achievedHardcore: 1,
        scoreHardcore: 15,
        lastHardcoreAt: 20,
      });
    });

    it('are ten at most, and none of players who are not tracked, however many', async () => {
      const number = (n: number) => String(n).padStart(2, '0');
      const store = await storeWith(
        ...Array.from({ length: 40 }, (_, n) => mastery(`Ghost${number(n)}`, n, true)).flat(),
        ...Array.from({ length: 12 }, (_, n) => mastery(`Player${number(n)}`, 100 + n)).flat(),
      );
      expect(names(await store.gameHighScores(1))).toEqual(
        Array.from({ length: 10 }, (_, n) => `Player${number(n)}`),
      );
      expect(names(await store.gameLatestMasters(1))).toEqual(
        Array.from({ length: 10 }, (_, n) => `Player${number(11 - n)}`),
      );
    });
  });

  describe('the latest masters', () => {
    it('are those who have all of it in hardcore, the latest first', async () => {
      const store = await storeWith(
        ...mastery('Early', 100),
        ...mastery('Late', 200),
        ...player('Almost', [unlock('Almost', 1, 5), unlock('Almost', 2, 5), unlock('Almost', 3, 5, false)]),
      );
      expect(names(await store.gameLatestMasters(1))).toEqual(['Late', 'Early']);
      await store.recordUnlock({ playerId: 3, achievementId: 3, at: 300, hardcore: true }, NOW);
      expect(names(await store.gameLatestMasters(1))).toEqual(['Almost', 'Late', 'Early']);
      // One more to get: nobody has all of it any more.
      await store.importWorld([achievement(5, { points: 0 })], NOW);
      expect(await store.gameLatestMasters(1)).toEqual([]);
      expect(names(await store.gameHighScores(1))).toEqual(['Early', 'Late', 'Almost']);
    });

    it('are nobody of a game without achievements, and of none', async () => {
      const store = await storeWith({ ...GAME, id: 2 });
      for (const id of [2, 99]) {
        expect(await store.gameLatestMasters(id)).toEqual([]);
        expect(await store.gameHighScores(id)).toEqual([]);
      }
    });
  });
});
