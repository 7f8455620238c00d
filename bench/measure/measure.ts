import type { StoreLocation } from '@laurel/store';
import { createDatabase } from '@laurel/store/testing/postgres-server';
import { measureClient } from '../client/overhead.ts';
import type { Options, Section } from '../options.ts';
import { type PreparedWorld, prepareWorld } from '../prepare.ts';
import { machineFacts, type Results } from '../results.ts';
import { measureLongLists } from '../site/long-lists.ts';
import { measurePages } from '../site/pages.ts';
import type { Worlds } from '../worlds.ts';
import { measureDeepOffsets } from './deep-offsets.ts';
import { measureDisk } from './disk.ts';
import { measureEndpoints } from './endpoints.ts';
import { measureImports } from './import.ts';
import { measurePopular } from './popular.ts';
import { measureReadsWhileWriting } from './reads-while-writing.ts';
import { measureRecording } from './recording.ts';
import { WAYS } from './rows.ts';
import { slowTime } from './slow-time.ts';
import { measureStart } from './start.ts';

/**
 * Measures the sections that are asked for.
 *
 * @param server the address of a PostgreSQL server, where that is the engine
 */
export async function measure(
  options: Options,
  worlds: Worlds,
  server: string | undefined,
): Promise<Results> {
  const { check, engine, sizes, rounds, seconds, connections } = options;
  const run = { engine, sizes, rounds, seconds, connections };
  const [smaller, larger] = sizes;
  const has = (section: Section) => options.sections.has(section);
  const prepared = new Map<number, PreparedWorld>();

  const before = slowTime();
  const sections = {
    ...(has('endpoints') && { endpoints: await endpoints() }),
    ...(has('deep') && { deep: await deep() }),
    ...(has('recording') && { recording: await measureRecording(worlds, await world(larger), run) }),
    ...(has('mixed') && { mixed: await measureReadsWhileWriting(worlds, await world(larger), run) }),
    ...(has('popular') && { popular: await measurePopular(worlds, await world(larger), run) }),
    ...(has('disk') && { disk: await measureDisk(await world(larger)) }),
    ...(has('start') && { start: await measureStart(await world(larger)) }),
    // A tenth: whole files are written and read several times.
    ...(has('import') && { imports: await measureImports(worlds, [smaller / 10, smaller], newLocation) }),
    ...(has('pages') && { pages: await measurePages(worlds, await world(smaller), run) }),
    ...(has('pages') && { longLists: await measureLongLists(worlds) }),
    ...(has('client') && { client: await measureClient(await world(smaller), run) }),
  };
  return { machine: machineFacts(), run, slow: { before, after: slowTime() }, ...sections };

  async function endpoints() {
    return measureEndpoints([await world(smaller), await world(larger)], run, check ? ['drawn'] : WAYS);
  }

  async function deep() {
    const results = [];
    for (const unlocks of sizes) {
      results.push(...(await measureDeepOffsets(await world(unlocks), run)));
    }
    return results;
  }

  async function world(unlocks: number): Promise<PreparedWorld> {
    const known = prepared.get(unlocks) ?? (await prepareWorld(worlds, unlocks, server));
    prepared.set(unlocks, known);
    return known;
  }

  async function newLocation(folder: string): Promise<StoreLocation> {
    return server === undefined ? { data: folder } : { databaseUrl: await createDatabase(server) };
  }
}
