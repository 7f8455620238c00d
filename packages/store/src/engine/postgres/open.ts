import { sql } from 'kysely';
import pg from 'pg';
import { StatementCache } from '../../statement.ts';
import { postgresBuilder } from '../builder.ts';
import { type Dialect, type Engine, type Session, StoreRefused, type WriteSession } from '../engine.ts';
import { gatherLooks } from '../looks.ts';
import { inWordsOfTheStore, isPassing, isToBeTriedAgain } from './errors.ts';
import type { Queryable } from './runs.ts';
import { PostgresSession } from './session.ts';
import { BEGIN_READ, Snapshot } from './snapshot.ts';
import { StatementsTogether } from './together.ts';

/** Each setting of a connection, with its reason. */
const SETTINGS = {
  // Enough for the requests of one server, few enough for several servers on one PostgreSQL.
  max: 16,
  // A server that is not there is reported before a client gives up, in milliseconds.
  connectionTimeoutMillis: 10_000,
  options: [
    // The same for locks, behind an import for one.
    'lock_timeout=10s',
    // Every statement of a request looks rows up by an index that has them in order. A plan that is made once,
    // and not for the arguments and the statistics of the moment, keeps to that however much there is.
    'plan_cache_mode=force_generic_plan',
    'enable_sort=off',
    'enable_seqscan=off',
    // Compiling takes longer than any of them.
    'jit=off',
  ]
    .map((setting) => `-c ${setting}`)
    .join(' '),
  application_name: 'laurel',
  // What is asked for at once is sent at once.
  pipeline: true,
} as const;

/** Counts fit a number; the driver would give text. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC
      ? Number
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Which transactions are over: as long as that is the same, so is all that can be seen. */
const LOOK_AT_REVISION = { name: 'revision', text: 'select pg_current_snapshot()::text as revision' };

/** So that a look that takes long does not hold up those after it; the fewer, the more requests share one. */
const PARALLEL_LOOKS = 2;

/** How often a transaction is tried. */
const TRIES = 5;

/** Connects to PostgreSQL at a `postgres://` address. */
export async function openPostgres(url: string): Promise<Engine> {
  const pool = new pg.Pool({ connectionString: url, types, ...SETTINGS });
  // A connection that breaks is replaced when it is needed, and what was under way on it fails by itself.
  // Without listeners it would end the process: an idle one by the first, one in use by the second.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const builder = postgresBuilder();
  const statements = new StatementCache(builder);
  const together = new StatementsTogether(builder);

  async function withClient<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
    let client: pg.PoolClient | undefined;
    let broken: Error | undefined;
    try {
      client = await pool.connect();
      return await work(client);
    } catch (error) {
      if (isPassing(error)) broken = error;
      throw inWordsOfTheStore(error);
    } finally {
      client?.release(broken);
    }
  }

  async function transaction<Result>(
    start: string,
    work: (session: WriteSession) => Promise<Result>,
  ): Promise<Result> {
    return withClient(async (client) => {
      await client.query(start);
      try {
        const result = await work(new PostgresSession({ client, statements, together }, builder));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    });
  }

  const look = gatherLooks(
    (looks) =>
      withClient(async (client) => {
        const revision = await beginLook(client);
        const snapshot = new Snapshot({ client, builder, statements, together, inWords: inWordsOfTheStore });
        await Promise.all(looks.map((work) => work(snapshot, revision)));
        await snapshot.end();
      }),
    PARALLEL_LOOKS,
  );

  async function write<Result>(work: (session: WriteSession) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await transaction('begin', work);
      } catch (error) {
        if (attempt === TRIES || !isToBeTriedAgain(error)) throw error;
      }
    }
  }

  const anyClient: Queryable = {
    query: (config: pg.QueryConfig) => withClient((client) => client.query(config)),
  };

  return {
    dialect: dialect(withClient),
    session: new PostgresSession({ client: anyClient, statements, together }, builder),
    look,
    read: <Result>(work: (session: Session) => Promise<Result>) => transaction(BEGIN_READ, work),
    write,
    // The database does the work, and this thread only waits.
    perform: (job, argument) => write((session) => job.run(session, argument)),
    backup: async () => {
      throw new StoreRefused('The database is PostgreSQL: back it up with its own tool, pg_dump.');
    },
    close: () => pool.end(),
  };
}

/**
 * Begins a transaction that reads. Its first statement decides which state it sees, and says it.
 *
 * @returns the revision
 */
async function beginLook(client: pg.PoolClient): Promise<string> {
  try {
    // Sent at once.
    const [, { rows }] = await Promise.all([client.query(BEGIN_READ), client.query(LOOK_AT_REVISION)]);
    return rows[0].revision;
  } catch (error) {
    // The connection goes back for others to use.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Runs work on a connection of its own. @throws StoreUnavailable when there is none, or it breaks */
type WithClient = <Result>(work: (client: pg.PoolClient) => Promise<Result>) => Promise<Result>;

function dialect(withClient: WithClient): Dialect {
  return {
    name: 'postgres',
    clustered: sql``,
    wideInteger: sql`bigint`,
    text: sql`text collate "C"`,
    arrange: async (session, table, key) => {
      const cluster = sql`cluster ${sql.table(table)} using ${sql.ref(key)}`;
      await session.query({ compile: () => cluster.compile(session.builder) });
    },
    hasTable: (name) =>
      withClient(async (client) => {
        const { rows } = await client.query('select to_regclass($1) as found', [name]);
        return rows[0].found !== null;
      }),
    explain: ({ sql: text, parameters }) =>
      withClient(async (client) => {
        // Prepared, as in a session: planned the same way.
        await client.query(`prepare explained as ${text}`);
        const values = parameters.map((value) => pg.escapeLiteral(String(value)));
        const { rows } = await client.query(`explain execute explained(${values.join(', ')})`);
        await client.query('deallocate explained');
        return rows.map((row: Record<string, unknown>) => String(row['QUERY PLAN']).trim());
      }),
  };
}
