import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { WriteSession } from '../engine/engine.ts';
import { StatementCache } from '../statement.ts';
import { postgres } from '../testing/both-engines.ts';
import { makeLargeWorld } from '../testing/large-world.ts';
import { beginSettling, READ_OF_PAGE } from './settle.ts';

const engine = postgres();

/** Steps that look rows up, for a page of bounded length. */
const LOOKUP =
  /^(-> +)?(Limit|Nested Loop|Memoize|Index (Only )?Scan|Bitmap (Index|Heap) Scan|Subquery Scan)\b/;

it('what an import derives page by page it looks up, on PostgreSQL, however much there is', async () => {
  const { engine: database } = await engine.openTestStore();
  await makeLargeWorld(database);
  await database.write(async (session) => {
    await beginSettling(session);
    await run(session, 'insert into touched_standing select player_id, game_id from player_game');
    const statements = new StatementCache(session.builder);
    for (const [index, declared] of READ_OF_PAGE.entries()) {
      const { sql: text } = statements.prepare(declared);
      await run(session, `prepare page${index} as ${text}`);
      const plan = await run<{ 'QUERY PLAN': string }>(session, `explain execute page${index}(5, 5)`);
      await run(session, `deallocate page${index}`);
      const steps = plan.map((row) => row['QUERY PLAN'].trim()).filter((line) => line.includes('(cost='));
      expect(steps.length).toBeGreaterThan(2);
      expect(
        steps.filter((step) => !LOOKUP.test(step)),
        text,
      ).toEqual([]);
    }
  });
});

function run<Row>(session: WriteSession, text: string): Promise<Row[]> {
  return session.query({ compile: () => sql.raw<Row>(text).compile(session.builder) });
}
