import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type StoreLocation } from '@laurel/store';
import { type Order, recordsOf } from './world/records.ts';
import { GENERATOR_VERSION, generateWorld, type World } from './world/world.ts';
import { writeWorld } from './world/write-world.ts';

const MIGRATIONS = join(import.meta.dirname, '../packages/store/src/migrations');

/** Worlds that are kept between runs, in a folder outside the repository. */
export class Worlds {
  readonly folder: string;
  readonly #made = new Map<number, World>();

  /** Worlds of another generator or of other tables are removed from the cache. */
  constructor(cache: string) {
    const version = versionOfWorlds();
    mkdirSync(join(cache, version), { recursive: true });
    for (const other of readdirSync(cache)) {
      if (other !== version) rmSync(join(cache, other), { recursive: true, force: true });
    }
    this.folder = join(cache, version);
  }

  shape(unlocks: number): World {
    const world = this.#made.get(unlocks) ?? generateWorld(unlocks);
    this.#made.set(unlocks, world);
    return world;
  }

  /** A data folder that holds the world. */
  async dataFolder(unlocks: number): Promise<string> {
    return this.#kept(`data-${unlocks}`, (data) => this.fill({ data }, unlocks));
  }

  /** A world file that holds it. */
  async file(unlocks: number, order: Order): Promise<string> {
    return this.#kept(`world-${unlocks}-${order}.jsonl`, (file) =>
      writeWorld(recordsOf(this.shape(unlocks), order), file),
    );
  }

  /** Puts the world into an empty store. */
  async fill(location: StoreLocation, unlocks: number): Promise<void> {
    const store = await openStore(location);
    try {
      await store.importWorld(recordsOf(this.shape(unlocks)), Math.floor(Date.now() / 1000));
    } finally {
      await store.close();
    }
  }

  /** A new folder on the same disk, gone after the work. */
  async withScratch<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
    const folder = join(this.folder, `scratch-${process.pid}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    try {
      return await work(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  async #kept(name: string, make: (path: string) => Promise<void>): Promise<string> {
    const path = join(this.folder, name);
    if (existsSync(path)) return path;
    console.error(`Making ${name} (kept for the next run) …`);
    const unfinished = `${path}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    await make(unfinished);
    renameSync(unfinished, path);
    return path;
  }
}

function versionOfWorlds(): string {
  const hash = createHash('sha256').update(`${GENERATOR_VERSION}`);
  const files = globSync('*.ts', { cwd: MIGRATIONS, exclude: ['*.test.ts'] });
  for (const file of files.sort()) hash.update(readFileSync(join(MIGRATIONS, file)));
  return hash.digest('hex').slice(0, 12);
}
