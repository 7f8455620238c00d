import { expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from './testing/both-engines.ts';
import { GAME, SYSTEM } from './testing/records.ts';

const NOW = 2_000_000_000;

describeOnBothEngines('the presence of a player', (engine) => {
  it('is what their emulator said last', async () => {
    const store = await engine.openTestStore();
    await store.importWorld([SYSTEM, GAME, { type: 'user', username: 'Ada', id: 1 }], NOW);
    await store.savePresence({ playerId: 1, gameId: 1, message: 'In the menu', at: NOW });
    await store.savePresence({ playerId: 1, gameId: 1, message: 'Act 1 🏃', at: NOW + 1 });
    expect(await presencesIn(store)).toEqual([
      { player_id: 1, game_id: 1, message: 'Act 1 🏃', at: NOW + 1 },
    ]);
  });
});

function presencesIn({ engine: { session } }: TestStore) {
  return session.query(session.builder.selectFrom('presence').selectAll());
}
