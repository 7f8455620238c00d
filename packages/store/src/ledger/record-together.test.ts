import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { openStore } from '../store.ts';
import { postgres, type TestStore } from '../testing/both-engines.ts';
import { sharedWorld } from '../testing/shared-world.ts';

const NOW = 2_000_000_000;
const PLAYERS = [1, 2, 3, 4];
const HELD = 2;

const engine = postgres();

// The database would end such a wait after a second, and one of the two would begin again.
it('two servers that record for the same players, each in its own order, never wait for each other', async () => {
  const watching = await engine.openTestStore();
  await watching.importWorld(sharedWorld(PLAYERS.length), NOW);
  const servers = await Promise.all([openStore(watching.location), openStore(watching.location)]);
  const orders = [PLAYERS, PLAYERS.toReversed()];
  const recorded = await watching.engine.write(async (session) => {
    await session.ownPlayers([HELD]);
    const underWay = servers.flatMap((server, index) =>
      (orders[index] ?? []).map((playerId) =>
        server.recordUnlock({ playerId, achievementId: 1, at: NOW - 1, hardcore: true }, NOW),
      ),
    );
    await vi.waitFor(async () => expect(await count(watching, WAITING)).toBe(2), 10_000);
    // Not awaited before this transaction ends, for which they wait.
    return { all: Promise.all(underWay) };
  });
  await recorded.all;
  // A connection says how often it has waited so when it ends, at the latest.
  for (const server of servers) await server.close();
  expect(await count(watching, DEADLOCKS)).toBe(0);
});

const HERE = sql`datname = current_database()`;
const WAITING = sql<number>`(
  select count(*)::integer from pg_locks join pg_database on pg_database.oid = pg_locks.database
  where ${HERE} and locktype = 'advisory' and not granted
)`;
const DEADLOCKS = sql<number>`(select deadlocks::integer from pg_stat_database where ${HERE})`;

async function count({ engine: { session } }: TestStore, of: typeof WAITING): Promise<number | undefined> {
  const [row] = await session.query(session.builder.selectNoFrom(of.as('count')));
  return row?.count;
}
