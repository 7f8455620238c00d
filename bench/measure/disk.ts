import { DatabaseSync } from 'node:sqlite';
import type { StoreLocation } from '@laurel/store';
import { databaseFile } from '@laurel/store/engine/open';
import type { PreparedWorld } from '../prepare.ts';
import { onPostgres } from '../servers/postgres.ts';

export interface DiskResult {
  readonly unlocks: number;
  /** Of the whole database. */
  readonly bytes: number;
  readonly bytesPerUnlock: number;
  /** Tables and indexes, the largest first; in an embedded database a table includes its primary key. */
  readonly parts: readonly { readonly name: string; readonly bytes: number }[];
}

/** Measures what a world takes on the disk, table by table. */
export async function measureDisk({ world, location }: PreparedWorld): Promise<DiskResult> {
  console.error('bytes on the disk …');
  const parts = await partsOf(location);
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  return { unlocks: world.unlocks, bytes, bytesPerUnlock: bytes / world.unlocks, parts };
}

async function partsOf(location: StoreLocation): Promise<DiskResult['parts']> {
  const rows =
    'data' in location
      ? partsOfSqlite(databaseFile(location.data))
      : await onPostgres(location.databaseUrl, async (client) => (await client.query(POSTGRES_PARTS)).rows);
  return rows.map((row) => ({ name: String(row.name), bytes: Number(row.bytes) }));
}

function partsOfSqlite(file: string): Record<string, unknown>[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare(SQLITE_PARTS).all();
  } finally {
    database.close();
  }
}

/** Together they are the whole file. */
const SQLITE_PARTS = `
  select name, pgsize as bytes from dbstat where aggregate = true
  union all
  select 'free pages', freelist_count * page_size from pragma_freelist_count, pragma_page_size
    where freelist_count > 0
  order by bytes desc`;

/** What pg_total_relation_size says of each table, with its indexes apart. */
const POSTGRES_PARTS = `
  select relname as name,
    case relkind when 'i' then pg_relation_size(oid) else pg_table_size(oid) end as bytes
  from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')
  order by bytes desc`;
