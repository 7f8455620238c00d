import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { clientSource } from './client-source.ts';

const SRC = new URL('../src/', import.meta.url);

/** Writes the files that come from the contract, and removes those of endpoints that it has no longer. */
const files = await clientSource();
mkdirSync(new URL('endpoints/', SRC), { recursive: true });
for (const file of readdirSync(new URL('endpoints/', SRC))) {
  if (!file.endsWith('.test.ts') && !files.has(`endpoints/${file}`))
    rmSync(new URL(`endpoints/${file}`, SRC));
}
for (const [file, source] of files) writeFileSync(new URL(file, SRC), source);
