import { beforeAll, expect, it } from 'vitest';
import { listStatement } from './list-statement.ts';
import { describeOnBothEngines, type TestStore } from './testing/both-engines.ts';
import { SYSTEM } from './testing/records.ts';

const GAMES = 100;

const gamesAmong = listStatement((db, ids, systemId) =>
  db.selectFrom('game').select('id').where('id', 'in', ids).where('system_id', '=', systemId),
);

describeOnBothEngines('a statement about a list of ids', (engine) => {
  let store: TestStore;

  beforeAll(async () => {
    store = await engine.openTestStore();
    const games = upTo(GAMES).map((id) => ({ type: 'game', id, systemId: 1, title: `${id}` }) as const);
    await store.importWorld([SYSTEM, ...games], 0);
  });

  // More than either engine takes values in one statement.
  it.each([0, 1, 3, 64, 1_024, 1_025, 70_000])('gives the rows of each of %s', async (length) => {
    const { session } = store.engine;
    // The games are the last ones of a long list.
    const ids = upTo(length).map((place) => GAMES - length + place);
    const rows = await gamesAmong(session, ids, 1);
    expect(rows.map(({ id }) => id).sort((a, b) => a - b)).toEqual(ids.filter((id) => id > 0));
    expect(await gamesAmong(session, ids, 2)).toEqual([]);
  });
});

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => 1 + index);
}
