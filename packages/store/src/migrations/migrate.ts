import { type Engine, type Session, StoreRefused } from '../engine/engine.ts';
import { catalogueAndLedger } from './0001-catalogue-and-ledger.ts';
import { accounts } from './0002-accounts.ts';
import { unlockBlocks } from './0003-unlock-blocks.ts';
import { changes } from './0004-changes.ts';
import { awardsAndRanks } from './0005-awards-and-ranks.ts';
import { gameLists } from './0006-game-lists.ts';
import { siteAccounts } from './0007-site-accounts.ts';
import { searchAndFeeds } from './0008-search-and-feeds.ts';
import { pointsBands } from './0009-points-bands.ts';
import { changedGames } from './0010-changed-games.ts';
import { longTexts } from './0011-long-texts.ts';
import type { Migration } from './migration.ts';

/** Every step since the first release, in order: the version of a database is how many it has had. */
export const MIGRATIONS: readonly Migration[] = [
  catalogueAndLedger,
  accounts,
  unlockBlocks,
  changes,
  awardsAndRanks,
  gameLists,
  siteAccounts,
  searchAndFeeds,
  pointsBands,
  changedGames,
  longTexts,
];

interface Options {
  /**
   * Called before a database that holds something is changed, with its version. Nobody writes meanwhile;
   * what it reads is the database as it was.
   */
  readonly beforeUpgrade?: (version: number) => Promise<void>;
  /** The steps to take; fewer than all give an older database, for tests. */
  readonly migrations?: readonly Migration[];
}

/**
 * Brings the tables to the version of this program. Several processes may do so at once: one does the work.
 *
 * @throws StoreRefused when the database is of a newer version than this program
 */
export async function migrate(engine: Engine, options: Options = {}): Promise<void> {
  const { migrations = MIGRATIONS, beforeUpgrade } = options;
  const version = await versionOf(engine);
  refuseNewer(version, migrations);
  if (version === migrations.length) return;

  await engine.write(async (session) => {
    await session.ownLedger();
    const { schema } = session.builder;
    await session.query(schema.createTable('laurel_version').ifNotExists().addColumn('version', 'integer'));
    const current = await readVersion(session);
    refuseNewer(current, migrations);
    // Here, where nobody else can change or upgrade it meanwhile.
    if (current > 0 && current < migrations.length) await beforeUpgrade?.(current);
    for (const migration of migrations.slice(current)) await migration.up(session, engine.dialect);
    await session.query(session.builder.deleteFrom('laurel_version'));
    await session.query(session.builder.insertInto('laurel_version').values({ version: migrations.length }));
  });
}

/** How many steps a database has had: 0 for an empty one. */
export async function versionOf(engine: Engine): Promise<number> {
  return (await engine.dialect.hasTable('laurel_version')) ? readVersion(engine.session) : 0;
}

async function readVersion(session: Session): Promise<number> {
  const [row] = await session.query(session.builder.selectFrom('laurel_version').select('version'));
  return row?.version ?? 0;
}

function refuseNewer(version: number, migrations: readonly Migration[]): void {
  if (version <= migrations.length) return;
  throw new StoreRefused(
    `The database is of version ${version}, made by a newer Laurel; this one knows version ${migrations.length}. ` +
      'Run the newer Laurel, or restore a backup of the older database.',
  );
}
