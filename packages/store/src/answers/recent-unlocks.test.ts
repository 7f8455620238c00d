import type { WorldRecord } from '@laurel/domain';
import { beforeEach, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';

const NOW = 2_000_000_000;

const WORLD: readonly WorldRecord[] = [
  SYSTEM,
  GAME,
  { type: 'game', id: 2, systemId: 1, title: 'Two', icon: '/Images/2.png' },
  ...[1, 2, 3, 4].map((id) => achievement(id)),
  ...[5, 6].map((id) => achievement(id, { gameId: 2, author: 'Ada', badge: '00005', kind: 'missable' })),
  achievement(7, { promoted: false }),
  ...['Ada', 'Boris', 'Cyd'].map((username): WorldRecord => ({ type: 'user', username })),
  { type: 'user', username: 'Ghost', untracked: true },
  unlock('Ada', 1, 100),
  unlock('Ada', 5, 400, false),
  unlock('Boris', 1, 200),
  unlock('Boris', 2, 300),
  unlock('Boris', 7, 900),
  unlock('Ghost', 1, 1000),
];

describeOnBothEngines('the newest unlocks of all', (engine) => {
  let store: TestStore;
  let ids: Map<string, number>;
  beforeEach(async () => {
    store = await engine.openTestStore();
    await store.importWorld(WORLD, NOW);
    ids = new Map();
    for (const username of ['Ada', 'Boris', 'Cyd', 'Ghost']) {
      const player = await store.findPlayer({ kind: 'username', username });
      ids.set(username, player?.id ?? 0);
    }
  });

  async function newest(count = 100): Promise<string[]> {
    expect(await store.verify()).toMatchObject({ found: 0 });
    return (await store.recentUnlocks(count)).map(
      ({ username, achievementId, awardedAt, hardcore }) =>
        `${username} ${achievementId} ${awardedAt}${hardcore ? '' : ' softcore'}`,
    );
  }
  const record = (username: string, achievementId: number, at: number, hardcore = true) =>
    store.recordUnlock({ playerId: ids.get(username) ?? 0, achievementId, at, hardcore }, NOW);

  it('are of promoted achievements and tracked players, newest first', async () => {
    expect(await newest()).toEqual(['Ada 5 400 softcore', 'Boris 2 300', 'Boris 1 200', 'Ada 1 100']);
    expect(await newest(1)).toEqual(['Ada 5 400 softcore']);
    expect(await newest(2)).toEqual(['Ada 5 400 softcore', 'Boris 2 300']);
    const [first] = await store.recentUnlocks(1);
    expect(first).toEqual({
      username: 'Ada',
      ulid: expect.any(String),
      achievementId: 5,
      awardedAt: 400,
      hardcore: false,
      title: 'Title 5',
      description: '',
      badge: '00005',
      points: 5,
      trueRatio: 5,
      kind: 'missable',
      author: 'Ada',
      authorUlid: first?.ulid,
      gameId: 2,
      gameTitle: 'Two',
      gameIcon: '/Images/2.png',
      systemName: 'Mega Drive',
    });
  });

  it('have what is recorded, from the next moment on', async () => {
    await record('Cyd', 3, 500);
    expect(await newest(2)).toEqual(['Cyd 3 500', 'Ada 5 400 softcore']);
    await record('Cyd', 7, 600);
    await record('Ghost', 2, 600);
    expect(await newest(2)).toEqual(['Cyd 3 500', 'Ada 5 400 softcore']);
    // Earned long ago, offline.
    await record('Cyd', 4, 150);
    expect(await newest()).toEqual([
      'Cyd 3 500',
      'Ada 5 400 softcore',
      'Boris 2 300',
      'Boris 1 200',
      'Cyd 4 150',
      'Ada 1 100',
    ]);
  });

  it('have an unlock once, in hardcore where it is, at its earliest time', async () => {
    await record('Ada', 5, 450);
    expect(await newest(2)).toEqual(['Ada 5 450', 'Boris 2 300']);
    await record('Ada', 5, 250);
    expect(await newest(3)).toEqual(['Boris 2 300', 'Ada 5 250', 'Boris 1 200']);
    await record('Ada', 5, 50, false);
    expect(await newest(3)).toEqual(['Boris 2 300', 'Ada 5 250', 'Boris 1 200']);
  });

  it('follow what an import changes: players, sets, unlocks of other times', async () => {
    await store.importWorld([{ type: 'user', username: 'Ghost', untracked: false }], NOW);
    expect(await newest(2)).toEqual(['Ghost 1 1000', 'Ada 5 400 softcore']);
    await store.importWorld([achievement(7, { promoted: true })], NOW);
    expect(await newest(3)).toEqual(['Ghost 1 1000', 'Boris 7 900', 'Ada 5 400 softcore']);
    await store.importWorld([achievement(1, { promoted: false })], NOW);
    expect(await newest()).toEqual(['Boris 7 900', 'Ada 5 400 softcore', 'Boris 2 300']);
    await store.importWorld([{ type: 'user', username: 'Boris', untracked: true }], NOW);
    expect(await newest()).toEqual(['Ada 5 400 softcore']);
    await store.importWorld([unlock('Cyd', 2, 10), unlock('Cyd', 6, 500)], NOW);
    expect(await newest()).toEqual(['Cyd 6 500', 'Ada 5 400 softcore', 'Cyd 2 10']);
  });

  it('do not have a game that is listed for its award alone', async () => {
    await store.importWorld([{ type: 'award', user: 'Cyd', gameId: 2, kind: 'mastered', at: 2_000 }], NOW);
    expect(await newest(1)).toEqual(['Ada 5 400 softcore']);
  });

  it('at the same time are in the order of the players, then of the achievements', async () => {
    await store.importWorld(
      ['Ada', 'Boris', 'Cyd'].flatMap((user) => [5, 3, 4].map((id) => unlock(user, id, 700))),
      NOW,
    );
    const all = ['Cyd', 'Boris', 'Ada'].flatMap((user) => [3, 4, 5].map((id) => `${user} ${id} 700`));
    for (const count of [1, 2, 4, 8, 9]) expect(await newest(count)).toEqual(all.slice(0, count));
  });

  it('are of any number of players', async () => {
    const players = Array.from({ length: 50 }, (_, index) => 1 + index);
    const unlocks = players.flatMap((player) =>
      [1, 2, 3, 4, 5, 6].map((id) => ({ player, id, at: 1_000 + ((player * 31 + id * 17) % 101) })),
    );
    await store.importWorld(
      [
        ...players.map((player): WorldRecord => ({ type: 'user', username: `Player${player}` })),
        ...unlocks.map(({ player, id, at }) => unlock(`Player${player}`, id, at)),
      ],
      NOW,
    );
    // The games have their achievements in this order, too.
    unlocks.sort((a, b) => b.at - a.at || b.player - a.player || a.id - b.id);
    const all = unlocks.map(({ player, id, at }) => `Player${player} ${id} ${at}`);
    for (const count of [1, 10, 50, 150, 300]) expect(await newest(count)).toEqual(all.slice(0, count));
  });

  it('are none where there are none', async () => {
    const empty = await engine.openTestStore();
    expect(await empty.recentUnlocks(10)).toEqual([]);
    expect(await empty.mostPlayedGames(10)).toEqual([]);
  });
});

describeOnBothEngines('the most played games', (engine) => {
  it('are those with the most tracked players, the most played first', async () => {
    const store = await engine.openTestStore();
    await store.importWorld(WORLD, NOW);
    const most = await store.mostPlayedGames(10);
    expect(most.map(({ id, players }) => [id, players])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(most[1]).toEqual({
      id: 2,
      title: 'Two',
      icon: '/Images/2.png',
      systemId: 1,
      systemName: 'Mega Drive',
      promotedCount: 2,
      promotedPoints: 10,
      unpromotedCount: 0,
      players: 1,
    });
    expect(await store.mostPlayedGames(1)).toHaveLength(1);
    await store.importWorld([unlock('Boris', 5, 1), unlock('Cyd', 5, 1)], NOW);
    expect((await store.mostPlayedGames(1)).map(({ id, players }) => [id, players])).toEqual([[2, 3]]);
  });
});
