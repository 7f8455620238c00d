import type { WorldRecord } from '@laurel/domain';
import { expect, it } from 'vitest';
import { describeOnBothEngines } from '../testing/both-engines.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';

const NOW = 2_000_000_000;

/** Player n has the first n achievements in hardcore; achievement n, therefore, all players from n on. */
function* world(players: number): Generator<WorldRecord> {
  yield SYSTEM;
  yield GAME;
  for (let id = 1; id <= players; id += 1) yield achievement(id);
  for (let n = 1; n <= players; n += 1) {
    yield { type: 'user', username: `Player${n}`, untracked: n === players };
    for (let id = 1; id <= n; id += 1) yield unlock(`Player${n}`, id, id);
  }
}

describeOnBothEngines('the players with the most points', (engine) => {
  it('are ten, the best first, who are tracked, with their RetroPoints', async () => {
    const store = await engine.openTestStore();
    await store.importWorld(world(14), NOW);
    const top = await store.topPlayers();
    expect(top.map(({ username, pointsHardcore }) => [username, pointsHardcore])).toEqual(
      Array.from({ length: 10 }, (_, index) => [`Player${13 - index}`, 5 * (13 - index)]),
    );
    for (const player of top) {
      const profile = await store.userProfile({ kind: 'username', username: player.username });
      expect(player).toMatchObject({ ulid: profile?.ulid, pointsTrue: profile?.pointsTrue });
    }
  });

  it('with equal points are in the order of their RetroPoints, then of their ids', async () => {
    const store = await engine.openTestStore();
    const users = ['Common', 'Rare', 'Other', 'Third'].map(
      (username): WorldRecord => ({ type: 'user', username }),
    );
    await store.importWorld(
      [
        ...[SYSTEM, GAME, achievement(1), achievement(2), ...users],
        ...['Common', 'Other', 'Third'].map((user) => unlock(user, 1, 5)),
        unlock('Rare', 2, 5),
      ],
      NOW,
    );
    expect((await store.topPlayers()).map(({ username }) => username)).toEqual([
      'Rare',
      'Common',
      'Other',
      'Third',
    ]);
  });

  it('are nobody where there is nobody', async () => {
    expect(await (await engine.openTestStore()).topPlayers()).toEqual([]);
  });
});
