import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** What the build of the website writes. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A name that leads nowhere but to a file of the folder itself. */
const NAME = /^[\w-]+(?:\.[\w-]+)+$/;

export interface BuiltFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly isCompressed: boolean;
}

/**
 * Reads a file of a folder that the build has written.
 *
 * @param takesGzip whether it may be the compressed one that lies beside it
 * @returns undefined where there is none of this name
 */
export async function readBuilt(
  folder: string,
  name: string,
  takesGzip: boolean,
): Promise<BuiltFile | undefined> {
  const type = TYPES[extname(name)];
  if (type === undefined || !NAME.test(name)) return undefined;
  const compressed = takesGzip ? await bytesOf(join(folder, `${name}.gz`)) : undefined;
  if (compressed !== undefined) return { type, bytes: compressed, isCompressed: true };
  const bytes = await bytesOf(join(folder, name));
  return bytes && { type, bytes, isCompressed: false };
}

async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
