import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the PostgreSQL that serves a whole run. */
    readonly postgres: string;
  }
}

/** Of tests in which no server crashes: nothing waits for the disk. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=400'];

/** Starts one PostgreSQL before the first test file, and stops it after the last. */
export default async function startForTests({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres({ settings: SETTINGS });
  provide('postgres', server.address);
  return server.stop;
}
