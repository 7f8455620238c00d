import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StoreLocation } from '@laurel/store';
import { createDatabase, startPostgres } from '@laurel/store/testing/postgres-server';
import { measureEndpoints } from './measure/endpoints.ts';
import { measureImports } from './measure/import.ts';
import { measureRecording } from './measure/recording.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { prepareWorld } from './prepare.ts';
import { report } from './report.ts';
import { machineFacts, type Results } from './results.ts';
import { Worlds } from './worlds.ts';

const options = optionsOrExit();
const postgres = options.engine === 'postgres' ? await startPostgres() : undefined;
try {
  const results = await measure(new Worlds(options.cache), postgres?.address);
  mkdirSync(dirname(options.output), { recursive: true });
  writeFileSync(options.output, `${JSON.stringify(results, null, 2)}\n`);
  console.log(report(results));
} finally {
  await postgres?.stop();
}

/** @param server the address of a PostgreSQL server, where that is the engine */
async function measure(worlds: Worlds, server: string | undefined): Promise<Results> {
  const { sections, sizes, engine, rounds, seconds, connections } = options;
  const run = { engine, sizes, rounds, seconds, connections };
  return {
    machine: machineFacts(),
    run,
    ...(sections.has('endpoints') && { endpoints: await measureEndpoints(await prepared(), run) }),
    ...(sections.has('import') && { imports: await measureImports(worlds, sizes, newLocation) }),
    ...(sections.has('recording') && { recording: await recording() }),
  };

  async function prepared() {
    const small = await prepareWorld(worlds, sizes[0], server);
    return [small, await prepareWorld(worlds, sizes[1], server)];
  }

  async function newLocation(folder: string): Promise<StoreLocation> {
    return server === undefined ? { data: folder } : { databaseUrl: await createDatabase(server) };
  }

  async function recording() {
    return measureRecording(worlds, await prepareWorld(worlds, sizes[1], server), run);
  }
}

function optionsOrExit(): Options {
  try {
    const read = readOptions(process.argv.slice(2));
    if (read !== undefined) return read;
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    process.exit(1);
  }
}
