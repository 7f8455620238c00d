import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clientSource } from '../../build/client-source.ts';

const SRC = new URL('..', import.meta.url);
const files = await clientSource();

describe('what comes from the contract', () => {
  it.each([...files])('%s is up to date (npm run generate -w @laurel/client)', (file, source) => {
    expect(readFileSync(new URL(file, SRC), 'utf8')).toBe(source);
  });

  it('has no endpoint that the contract has not', () => {
    const there = readdirSync(new URL('endpoints/', SRC)).filter((file) => !file.endsWith('.test.ts'));
    expect(there.map((file) => `endpoints/${file}`).sort()).toEqual(
      [...files.keys()].filter((file) => file.startsWith('endpoints/')).sort(),
    );
  });
});
