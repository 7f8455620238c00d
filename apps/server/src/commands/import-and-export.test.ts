import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { laurel, temporaryFolder } from '../testing/laurel.ts';
import { CommandFailed } from './command-failed.ts';
import { importFiles } from './import.ts';

const SYSTEM = '{"type":"system","id":1,"name":"NES"}';
const GAME = '{"type":"game","id":1,"systemId":1,"title":"Tiny"}';
const ACHIEVEMENT =
  '{"type":"achievement","id":1,"gameId":1,"title":"First","description":"","points":5,"createdAt":"2020-01-01T00:00:00Z"}';
const USER = '{"type":"user","username":"Alice"}';
const UNLOCK =
  '{"type":"unlock","user":"alice","achievementId":1,"at":"2024-01-01T00:00:00Z","hardcore":true}';
const WORLD = [SYSTEM, GAME, ACHIEVEMENT, USER, UNLOCK];
const text = (...lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
const path = (name: string) => join(folder.path, name);
const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(path(name), content);
  return path(name);
};

/** Imports into a new data folder. */
const importInto = (data: string, files: readonly string[], input?: string | Uint8Array) =>
  laurel(['import', ...files, '--data', path(data)], input === undefined ? {} : { input });
const exported = async (data: string) => (await laurel(['export', '--data', path(data)])).stdout;

describe('a line that cannot be imported', () => {
  let before = '';
  beforeAll(async () => {
    await importInto('filled', [write('world.jsonl', text(...WORLD))]);
    before = await exported('filled');
  });

  test.each([
    ['is not JSON', '{"type":', 'expected a JSON object, got text that is not JSON'],
    ['is no object', '[1]', 'expected a JSON object, got [1]'],
    ['has no type', '{}', 'field "type": expected one of system, game, '],
    ['has an unknown type', '{"type":"cat"}', 'field "type": expected one of system, game, '],
    [
      'has an unknown field',
      '{"type":"system","id":2,"name":"x","age":1}',
      'unknown field "age": expected one of type, id,',
    ],
    ['lacks a field', '{"type":"system","id":2}', 'field "name": expected text '],
    [
      'has a wrong field',
      '{"type":"system","id":"2","name":"x"}',
      'field "id": expected a whole number from 1 ',
    ],
    [
      'refers to nothing',
      UNLOCK.replace('"achievementId":1', '"achievementId":2'),
      'field "achievementId": expected an achievement that is there already, got 2',
    ],
  ])('%s: it is named, with its file', async (_, bad, problem) => {
    // Among lines that are good, and after a file that is.
    const good = write('good.jsonl', text('{"type":"user","username":"Bob"}'));
    const lines = [USER, '', UNLOCK, UNLOCK, bad, UNLOCK, '{"type":"user","username":"New"}'];
    const file = write('bad.jsonl', text(...lines));
    const imported = importFiles([good, file], { data: path('filled') });
    await expect(imported).rejects.toThrow(CommandFailed);
    await expect(imported).rejects.toThrow(`${file}, line 5: ${problem}`);
    await expect(imported).rejects.toThrow('. Nothing was imported.');
  });

  test.each<[string, string | Uint8Array, string]>([
    [
      'is not UTF-8',
      Buffer.concat([Buffer.from(text(USER, SYSTEM)), Buffer.of(0x22, 0xff)]),
      'line 3: expected UTF-8',
    ],
    ['is cut off', gzipSync(text(...WORLD)).subarray(0, 60), 'line 1: expected gzip that is whole'],
    [
      'is too long',
      `${USER}\n${'x'.repeat(1_400_000)}`,
      'line 2: expected a record, got a line of over 1 MiB',
    ],
  ])('on standard input: what %s', async (_, input, problem) => {
    const run = await importInto('filled', ['-'], input);
    expect([run.status, run.stdout]).toEqual([1, '']);
    expect(run.stderr).toContain(`laurel: standard input, ${problem}`);
    expect(run.stderr).toMatch(/^[^\n]+\n$/);
  });

  test('a file that is not there', async () => {
    const run = await importInto('filled', [path('good.jsonl'), path('nothing.jsonl')]);
    expect([run.status, run.stdout]).toEqual([1, '']);
    expect(run.stderr).toMatch(/^laurel: .*nothing\.jsonl cannot be opened: [^\n]+\n$/);
  });

  test('after all of these the store is as before', async () => {
    expect(before).toContain('"Alice"');
    expect(await exported('filled')).toBe(before);
  });
});

describe('what is imported', () => {
  test('comes back out, from a file, compressed, from standard input and from several files alike', async () => {
    const whole = await importInto('a', [write('all.jsonl', text(...WORLD))]);
    expect(whole).toEqual({ status: 0, stdout: 'Imported 5 records.\n', stderr: '' });
    const world = await exported('a');
    expect(world.trimEnd().split('\n')).toHaveLength(5);

    await importInto('b', [write('world.jsonl.gz', gzipSync(world))]);
    await importInto('c', ['-'], gzipSync(world));
    const [first = '', ...rest] = world.split('\n').map((line) => `${line}\r\n\n`);
    await importInto('d', [write('1.jsonl', `\ufeff${first}`), write('2.jsonl', rest.join(''))]);
    for (const data of ['b', 'c', 'd']) expect(await exported(data)).toBe(world);
  });

  test('an export to a file is the same, compressed where its name says so, and leaves nothing else behind', async () => {
    const world = await exported('a');
    const plain = await laurel(['export', path('out.jsonl'), '--data', path('a')]);
    expect(plain).toMatchObject({ status: 0, stdout: '' });
    await laurel(['export', path('out.jsonl.gz'), '--data', path('a')]);
    expect(readFileSync(path('out.jsonl'), 'utf8')).toBe(world);
    expect(gunzipSync(readFileSync(path('out.jsonl.gz'))).toString()).toBe(world);
    expect(() => readFileSync(path('out.jsonl.part'))).toThrow('ENOENT');
  });

  test('again changes nothing', async () => {
    const world = await exported('a');
    expect((await importInto('a', [path('out.jsonl')])).status).toBe(0);
    expect(await exported('a')).toBe(world);
  });

  test('nothing at all is not an error', async () => {
    expect(await importInto('e', ['-'], '\n \n')).toEqual({
      status: 0,
      stdout: 'Imported 0 records.\n',
      stderr: '',
    });
  });
});
