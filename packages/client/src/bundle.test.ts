import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';
import * as client from './index.ts';

const HERE = `${import.meta.dirname}/`;
const KB = 1024;

/** The program, bundled with all that it imports, and minified. */
async function bundled(program: string): Promise<string> {
  const bundle = await rolldown({
    input: 'program',
    plugins: [
      {
        name: 'program',
        resolveId: (id) => (id === 'program' ? id : null),
        load: (id) => (id === 'program' ? program : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  return output[0].code;
}

const sizeOf = async (program: string) => gzipSync(await bundled(program), { level: 9 }).length;
const endpoints = Object.keys(client).filter((name) => name.startsWith('get') || name === 'search');

describe('the size of a bundle, minified and compressed', () => {
  it.each(endpoints)('with %s alone is at most 2 kB', async (name) => {
    expect(await sizeOf(`export { ${name} } from '${HERE}index.ts'`)).toBeLessThanOrEqual(2 * KB);
  });

  it('with every function is at most 6 kB', async () => {
    expect(await sizeOf(`export * from '${HERE}index.ts'`)).toBeLessThanOrEqual(6 * KB);
  });

  it('with what checks answers, too, is at most 7 kB', async () => {
    const everything = `export * from '${HERE}index.ts'; export * from '${HERE}validate.ts'`;
    expect(await sizeOf(everything)).toBeLessThanOrEqual(7 * KB);
  });
});

describe('a bundle', () => {
  it('has nothing of what it does not use', async () => {
    const code = await bundled(`export { getUserProgress } from '${HERE}index.ts'`);
    for (const foreign of ['If-None-Match', 'GetAchievementUnlocks', 'expected ', 'patternProperties'])
      expect(code).not.toContain(foreign);
  });

  it('checks answers where that is imported, even if nothing of it is used by name', async () => {
    const code = await bundled(
      `import '${HERE}validate.ts'; export { getUserProgress } from '${HERE}index.ts'`,
    );
    expect(code).toContain('patternProperties');
  });

  it('is nothing where nothing is used', async () => {
    expect((await bundled(`import '${HERE}index.ts'`)).trim()).toBe('');
  });
});
