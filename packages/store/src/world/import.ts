import type { WorldRecord } from '@laurel/domain';
import { type Engine, StoreUnavailable, type WriteSession } from '../engine/engine.ts';
import { noteChangeOfAll } from '../facts/changes.ts';
import type { LedgerRules } from '../ledger/ledger-rules.ts';
import { beginSettling, settleSets, settleStandings } from '../ledger/settle.ts';
import { LEDGER_INDEXES } from '../migrations/ledger-indexes.ts';
import { CatalogueImport } from './catalogue-import.ts';
import { LedgerImport } from './ledger-import.ts';
import { UserImport } from './user-import.ts';

export type WorldRecords = AsyncIterable<WorldRecord> | Iterable<WorldRecord>;

interface Options extends LedgerRules {
  /** Seconds since 1970. */
  readonly now: number;
}

/**
 * Imports records (WORLD_FORMAT.md) in one transaction: all of them, or, when one is refused, none.
 * What follows from them is derived at the end, once for each standing that they touch. After the first import, when
 * everything is in the store, tables are put in order (`Dialect.arrange`).
 *
 * @throws RecordRefused when a record does not fit what is in the store or came before it
 */
export async function importWorld(engine: Engine, records: WorldRecords, options: Options): Promise<void> {
  let started = false;
  const wasFirst = await engine.write(async (session) => {
    // A stream can be read only once: a second run would import what is left of it.
    if (started) throw new Error('The import was interrupted by the database. Run it again.');
    started = true;
    await session.ownLedger();
    const isFirst = await isLedgerEmpty(session);
    if (isFirst) await dropLedgerIndexes(session);
    await beginSettling(session);
    const take = importer(session, options);
    for await (const record of records) await take.record(record);
    await take.end();
    await settleStandings(session, options);
    if (isFirst) await createLedgerIndexes(session);
    await settleSets(session, options);
    await noteChangeOfAll(session);
    return isFirst;
  });
  if (wasFirst) await arrangeTables(engine);
}

async function isLedgerEmpty(session: WriteSession): Promise<boolean> {
  const rows = await session.query(session.builder.selectFrom('player_game').select('game_id').limit(1));
  return rows.length === 0;
}

async function dropLedgerIndexes(session: WriteSession): Promise<void> {
  const { schema } = session.builder;
  for (const name of Object.keys(LEDGER_INDEXES)) await session.query(schema.dropIndex(name));
}

async function createLedgerIndexes(session: WriteSession): Promise<void> {
  for (const create of Object.values(LEDGER_INDEXES)) await session.query(create(session.builder.schema));
}

/**
 * Written once for each page of standings that counts in them, each time to where there was room: the twenty rows of a
 * distribution would lie in twenty places.
 */
const SCATTERED = [
  ['achievement', 'achievement_pkey'],
  ['distribution', 'distribution_key'],
  ['player', 'player_pkey'],
] as const;

/** Each by itself: whoever reads meanwhile waits for a moment, and this for them. */
async function arrangeTables(engine: Engine): Promise<void> {
  for (const [table, key] of SCATTERED) {
    try {
      await engine.write((session) => engine.dialect.arrange(session, table, key));
    } catch (error) {
      // Somebody holds the table for long: its rows stay where they lie. Everything is in the store already.
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}

function importer(session: WriteSession, options: Options) {
  const { now } = options;
  const catalogue = new CatalogueImport(session, now);
  const users = new UserImport(session, options);
  const ledger = new LedgerImport(session, users, now);
  return {
    record(record: WorldRecord): Promise<void> | void {
      switch (record.type) {
        case 'unlock':
          return ledger.unlock(record);
        case 'award':
          return ledger.award(record);
        case 'score':
          return ledger.score(record);
        case 'user':
          return ledger.flush().then(() => users.user(record));
        case 'system':
          return catalogue.system(record);
        case 'game':
          return catalogue.game(record);
        case 'achievement':
          return catalogue.achievement(record);
        case 'leaderboard':
          return catalogue.leaderboard(record);
      }
    },
    end: () => ledger.flush(),
  };
}
