import { expect, it } from 'vitest';
import { StatementsTogether } from '../engine/postgres/together.ts';
import { postgres } from '../testing/both-engines.ts';
import { makeLargeWorld } from '../testing/large-world.ts';
import { UPDATES_OF_COUNTS } from './counters.ts';
import { READ_OF_UNLOCKS } from './record-unlock.ts';
import { READ_OF_STANDINGS } from './settle.ts';

const engine = postgres();
const BY_ONE = { unlocks: 1, players: 1, games: 1, hardcore: 1, softcore: 1 };

/** Steps that look rows up for one standing after the other. A join of whole tables would merge or hash them. */
const LOOKUP =
  /^(-> +)?(Update|Limit|Nested Loop|Materialize|Index (Only )?Scan|Bitmap (Index|Heap) Scan|Function Scan on (unnest|run)|Subquery Scan)\b/;

it('what is read or updated of several at once is looked up one by one, on PostgreSQL, however much there is', async () => {
  const { engine: database } = await engine.openTestStore();
  await makeLargeWorld(database);
  const together = new StatementsTogether(database.session.builder);
  for (const declared of new Set([...READ_OF_STANDINGS, ...READ_OF_UNLOCKS, ...UPDATES_OF_COUNTS])) {
    const several = together.of<never, unknown>(declared, [
      { playerId: 1, gameId: 1, achievementId: 1, ...BY_ONE },
      { playerId: 2, gameId: 2, achievementId: 2, ...BY_ONE },
    ]);
    expect(several).toBeDefined();
    const { text = '', values = [] } = several ?? {};
    const plan = await database.dialect.explain({ sql: text, parameters: values.map((list) => `{${list}}`) });
    const steps = plan.filter((line) => line.includes('(cost='));
    expect(steps.length).toBeGreaterThan(2);
    expect(
      steps.filter((step) => !LOOKUP.test(step)),
      text,
    ).toEqual([]);
  }
});
