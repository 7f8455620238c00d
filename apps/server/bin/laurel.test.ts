import { copyFileSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { laurel, temporaryFolder } from '../src/testing/laurel.ts';

/** A checkout of nothing but what the command looks at, in which everything is an hour old. */
function checkout() {
  const folder = temporaryFolder();
  const write = (file: string, text: string, minutesAgo: number) => {
    const path = join(folder.path, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    age(file, minutesAgo);
    age(dirname(file), 60);
  };
  const age = (file: string, minutesAgo: number) => {
    const then = Date.now() / 1000 - minutesAgo * 60;
    utimesSync(join(folder.path, file), then, then);
  };
  write('package-lock.json', '{}', 60);
  for (const name of ['contract', 'domain', 'store']) write(`packages/${name}/src/${name}.ts`, '', 60);
  write('apps/server/src/main.ts', "console.log('sources' as string);", 60);
  const program = join(folder.path, 'apps/server/bin/laurel');
  mkdirSync(dirname(program));
  copyFileSync(join(import.meta.dirname, 'laurel'), program);
  return {
    write,
    age,
    run: async () => (await laurel([], { program: [program] })).stdout,
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

test('what is built runs, and the sources do where one of them is newer, or nothing is built', async () => {
  using tree = checkout();
  expect(await tree.run()).toBe('sources\n');
  tree.write('apps/server/dist/main.js', "console.log('built');", 30);
  expect(await tree.run()).toBe('built\n');
  for (const changed of ['packages/store/src/store.ts', 'apps/server/src/main.ts', 'package-lock.json']) {
    tree.age(changed, 1);
    expect(await tree.run()).toBe('sources\n');
    tree.age(changed, 60);
    expect(await tree.run()).toBe('built\n');
  }
  // A file that was removed or renamed leaves no other trace.
  tree.age('packages/store/src', 1);
  expect(await tree.run()).toBe('sources\n');
});
