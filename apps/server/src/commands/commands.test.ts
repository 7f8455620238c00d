import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LaurelRun, lastLine, laurel, serveLaurel, temporaryFolder } from '../testing/laurel.ts';
import { backup } from './backup.ts';
import { createKey, revokeKeys } from './key.ts';
import { program } from './program.ts';
import { serve } from './serve.ts';
import { addUser } from './user.ts';
import { verify } from './verify.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
const data = join(folder.path, 'data');

/** Exit status 1, and one line that says what to do. */
function expectRefusal({ status, stdout, stderr }: LaurelRun, message: string | RegExp): void {
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).toMatch(message);
  expect([status, stdout]).toEqual([1, '']);
}

describe('the help', () => {
  const commands = (function* leaves(parent = program()): Generator<ReturnType<typeof program>> {
    if (parent.commands.length === 0) yield parent;
    for (const command of parent.commands) yield* leaves(command);
  })();

  test.each([...commands].map((command) => ({ command, name: command.name() })))(
    'of $name says what it does, and shows an example with its options',
    ({ command, name }) => {
      let help = '';
      command.configureOutput({ writeOut: (text) => (help += text) });
      command.outputHelp();
      expect(command.description() === '').toBe(name === 'start');
      expect(help).toContain('--data <DIR>');
      expect(help).toContain('--database-url <URL>');
      if (name !== 'start')
        expect(help).toMatch(new RegExp(`Example:\\n  \\$ laurel .*\\b${name}\\b.* --data `));
    },
  );

  test('is printed, with exit status 0', async () => {
    const { status, stdout, stderr } = await laurel(['import', '--help']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('$ laurel import world.jsonl.gz --data ./data');
  });
});

test('a file that is not a database is refused, and left as it is', async () => {
  const wrong = join(folder.path, 'wrong');
  mkdirSync(wrong);
  writeFileSync(join(wrong, 'laurel.db'), 'a letter to the family'.repeat(100));
  expectRefusal(
    await laurel(['key', 'create', 'x', '--data', wrong]),
    /laurel\.db cannot be used: file is not a database/,
  );
  expect(readFileSync(join(wrong, 'laurel.db'), 'utf8')).toMatch(/^a letter/);
});

describe('what cannot be done is refused in one line', () => {
  beforeAll(() => createKey('first', { data }));

  test.each<[readonly string[], Record<string, string>, RegExp]>([
    [['nonsense'], {}, /unknown command 'nonsense'/],
    [['serve', '--nonsense'], {}, /unknown option '--nonsense'/],
    [['verify', '--data', join(data, 'misspelt')], {}, /There is no database in .*misspelt/],
    [['export', '-', '--data', join(data, 'misspelt')], {}, /There is no database in .*misspelt/],
    [['export', join(data, 'no/folder/x.jsonl'), '--data', data], {}, /no such file or directory/],
    [['user', 'add', 'Alice', '--data', data], {}, /use --password-stdin/],
    [['serve'], { LAUREL_PROT: '8080' }, /LAUREL_PROT is not a setting\. The settings are LAUREL_DATA, /],
    [['serve'], { LAUREL_PORT: '99999' }, /LAUREL_PORT should be a whole number from 0 to 65535/],
  ])('%j %j', async (args, env, message) => {
    expectRefusal(await laurel(args, { env }), message);
  });

  test.each<[string, () => Promise<void>, string]>([
    ['a port', () => serve({ data, port: 'http' }), '--port should be a whole number from 0 to 65535'],
    ['the name of a new key', () => createKey('two\nlines', { data }), 'The name of a key has 1 to 100'],
    ['the name of a key', () => revokeKeys('nobody', { data }), 'There is no key named "nobody".'],
    ['a username', () => addUser('A', { data }), 'A username has 2 to 20 letters and digits.'],
    ['the file of a backup', () => backup(join(data, 'no/folder/x.db'), { data }), 'There is no folder'],
    ['an address', () => verify({ databaseUrl: 'mysql://x' }), '--database-url should be an address such as'],
  ])('%s', async (_, run, message) => {
    await expect(run()).rejects.toThrow(message);
  });

  test('a port that is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    const run = await laurel(['serve', '--data', data, '--port', port]);
    other.close();
    expectRefusal(run, new RegExp(`Port ${port} is in use. Choose another with LAUREL_PORT`));
  });
});

test('a key is printed alone on the last line, works at once, and is none when it is revoked', async () => {
  await using server = await serveLaurel(['--data', data]);
  const created = await laurel(['key', 'create', 'my app', '--data', data]);
  expect(created.status).toBe(0);
  const key = lastLine(created.stdout);
  expect(key).toMatch(/^[\w-]{22}$/);
  expect(created.stderr).toContain('only its hash is stored');
  expect(readFileSync(join(data, 'laurel.db')).includes(key)).toBe(false);

  const ask = async () =>
    (await fetch(`${server.address}/API/API_GetUserCompletionProgress.php?u=ab&y=${key}`)).status;
  expect(await ask()).toBe(200);

  await laurel(['key', 'create', 'my app', '--data', data]);
  const revoked = await laurel(['key', 'revoke', 'my app', '--data', data]);
  expect([revoked.status, revoked.stdout]).toEqual([0, 'Revoked 2 keys named "my app".\n']);
  expect(await ask()).toBe(401);
});

describe('user add', () => {
  const add = (name: string, password: string) =>
    laurel(['user', 'add', name, '--password-stdin', '--data', data], { input: password });

  test('makes an account that signs in', async () => {
    expect(await add('Alice', 'correct horse\n')).toEqual({
      status: 0,
      stdout: 'Alice can sign in now.\n',
      stderr: '',
    });
    await using server = await serveLaurel(['--data', data]);
    const signIn = async (p: string) => {
      const body = new URLSearchParams({ r: 'login2', u: 'aLICE', p });
      return (await fetch(`${server.address}/dorequest.php`, { method: 'POST', body })).json();
    };
    expect(await signIn('correct horse')).toMatchObject({ Success: true, User: 'Alice' });
    expect(await signIn('correct horse\n')).toMatchObject({ Success: false });
  });

  test.each([
    ['aLICE', 'another horse', /aLICE has an account already/],
    ['Bob', 'two lines\nof it', /one line, without control characters/],
  ])('%s with the password %j is refused', async (name, password, message) => {
    expectRefusal(await add(name, password), message);
  });
});

test('verify says that all is well', async () => {
  const { status, stdout } = await laurel(['verify', '--data', data]);
  expect([status, stdout]).toEqual([0, 'All is as the ledger says: 0 unlocks of 1 players.\n']);
});

describe('backup', () => {
  test('copies what a running server has, to a file that serves again', async () => {
    await using _server = await serveLaurel(['--data', data]);
    const key = lastLine((await laurel(['key', 'create', 'kept', '--data', data])).stdout);
    const file = join(folder.path, 'copy.db');
    expect((await laurel(['backup', file, '--data', data])).status).toBe(0);
    expectRefusal(await laurel(['backup', file, '--data', data]), /copy\.db is there already/);

    const restored = join(folder.path, 'restored');
    mkdirSync(restored);
    copyFileSync(file, join(restored, 'laurel.db'));
    await using server = await serveLaurel(['--data', restored]);
    const answer = await fetch(`${server.address}/API/API_GetUserCompletionProgress.php?u=Alice&y=${key}`);
    expect(answer.status).toBe(200);
  });

  test('a backup that was broken off does not keep the next from being made', async () => {
    const file = join(folder.path, 'again.db');
    writeFileSync(`${file}.part`, 'half');
    expect((await laurel(['backup', file, '--data', data])).status).toBe(0);
    expect(existsSync(`${file}.part`)).toBe(false);
  });
});

test('demo refuses a store that is not empty', async () => {
  const filled = join(folder.path, 'filled');
  await laurel(['import', '-', '--data', filled], { input: '{"type":"system","id":1,"name":"NES"}' });
  expectRefusal(await laurel(['demo', '--data', filled]), /The store is not empty/);
});
