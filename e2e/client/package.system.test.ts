import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type FaultyServer,
  faultyServer,
  sendsJson,
} from '../../packages/client/src/testing/faulty-server.ts';
import { BIN, type PackedClient, packClient, runIn } from './packed.ts';

/** A program of somebody who has installed the client, for the compiler and for Node. */
const PROGRAM = `
import {
  ApiError,
  buildAuthorization,
  createCache,
  createLimiter,
  getAchievementDistribution,
  iterateUserCompletionProgress,
  NotFoundError,
} from '@laurel/client';
import '@laurel/client/validate';

const authorization = buildAuthorization({
  username: 'Scott',
  webApiKey: 'key',
  baseUrl: process.argv[2] ?? '',
  cache: createCache(),
  limiter: createLimiter({ concurrency: 2 }),
  validate: true,
});

const distribution = await getAchievementDistribution(authorization, { gameId: 1 });
console.log(distribution[1]);
for await (const game of iterateUserCompletionProgress(authorization, { username: 'Scott' })) console.log(game.title);
try {
  await getAchievementDistribution(authorization, { gameId: 2 }, { signal: AbortSignal.timeout(5_000) });
} catch (error) {
  if (error instanceof NotFoundError) console.log(error.name, error.serverMessage);
  else if (error instanceof ApiError) throw error;
}
`;

const GAME = {
  ...{ GameID: 1, Title: 'Sonic', ImageIcon: '/Images/000001.png', ConsoleID: 1, ConsoleName: 'Mega Drive' },
  ...{ MaxPossible: 1, NumAwarded: 1, NumAwardedHardcore: 1 },
  MostRecentAwardedDate: '2023-10-27T02:52:34+00:00',
  ...{ HighestAwardKind: null, HighestAwardDate: null },
};

let client: PackedClient;
let server: FaultyServer;

beforeAll(async () => {
  client = await packClient();
  server = await faultyServer((request, response) => {
    if (request.url?.includes('i=1')) sendsJson({ 1: 141 })(request, response);
    else if (request.url?.includes('i=2')) sendsJson({ message: 'No such game.' }, 404)(request, response);
    else sendsJson({ Count: 1, Total: 1, Results: [GAME] })(request, response);
  });
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  client[Symbol.dispose]();
});

describe('the package', () => {
  test('has nothing but modules, their declarations, and what to read', () => {
    const folder = join(client.project, 'node_modules/@laurel/client');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
    expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'package.json', 'index.js']));
    const others = files.filter((file) => !/\.(js|d\.ts)$|^README\.md$|^LICENSE$|^package\.json$/.test(file));
    expect(others).toEqual([]);
    expect(files.filter((file) => file.includes('test'))).toEqual([]);
  });

  test('depends on nothing, and speaks of nothing that the reader has not', () => {
    const folder = join(client.project, 'node_modules/@laurel/client');
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['dependencies']));
    expect(readdirSync(join(client.project, 'node_modules'))).toEqual(['.package-lock.json', '@laurel']);
    for (const file of readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|d\.ts)$/.test(file)) continue;
      const imports = readFileSync(join(folder, 'dist', file), 'utf8').matchAll(/(?:from|import) '([^']+)'/g);
      for (const [, from] of imports) expect(from, file).toMatch(/^\.{1,2}\/.*\.js$|^@laurel\/client/);
    }
  });

  test('is fine with publint', async () => {
    const report = await runIn(client.project, join(BIN, 'publint'), 'run', client.tarball, '--strict');
    expect(report).toContain('All good');
  });

  test('is fine with attw', async () => {
    await runIn(client.project, join(BIN, 'attw'), client.tarball, '--profile', 'esm-only', '--no-color');
  });

  test.each([
    ['NodeNext', 'NodeNext'],
    ['ESNext', 'Bundler'],
    ['Preserve', 'Bundler'],
  ])('has types that a strict project reads: module %s, resolution %s', async (module, moduleResolution) => {
    client.write('program.ts', `declare const process: { readonly argv: readonly string[] };\n${PROGRAM}`);
    // The README's examples are one program, from its first to its last.
    const readme = readFileSync(join(client.project, 'node_modules/@laurel/client/README.md'), 'utf8');
    client.write('readme.ts', [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code).join('\n'));
    client.write(
      'tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          ...{ module, moduleResolution, target: 'es2022', lib: ['es2022', 'dom'], types: [], noEmit: true },
          ...{
            strict: true,
            skipLibCheck: false,
            exactOptionalPropertyTypes: true,
            noUncheckedIndexedAccess: true,
          },
        },
        files: ['program.ts', 'readme.ts'],
      }),
    );
    await runIn(client.project, join(BIN, 'tsc'), '-p', '.');
  });
});

describe('a program with the package', () => {
  const EXPECTED = ['141', 'Sonic', 'NotFoundError No such game.', ''].join('\n');

  test.each([
    ['node@20', /^v20\./, 'node', []],
    ['node@24', /^v24\./, 'node', []],
    ['node@latest', /^v2[5-9]\./, 'node', []],
    ['deno@2', /^deno 2\./, 'deno', ['run', '--allow-net']],
    ['bun@1', /^1\./, 'bun', ['run']],
  ])('runs on %s', async (runtime, version, command, args) => {
    client.write('program.mjs', PROGRAM);
    const run = (...more: string[]) =>
      runIn(client.project, 'npm', 'exec', '--yes', `--package=${runtime}`, '--', ...more);
    expect(await run(command, '--version')).toMatch(version);
    expect(await run(command, ...args, 'program.mjs', server.address)).toBe(EXPECTED);
  });
});
