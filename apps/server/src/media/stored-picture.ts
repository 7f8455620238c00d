import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PicturePath } from './picture-path.ts';

/** The largest picture that is served, in bytes. */
const LARGEST = 4 * 1024 * 1024;

/** Whether somebody has put this picture into the data folder. */
export async function isStored(data: string, path: PicturePath): Promise<boolean> {
  const found = await stat(fileOf(data, path)).catch(() => undefined);
  return found?.isFile() === true && found.size <= LARGEST;
}

/** The picture that somebody has put into the data folder, or undefined. */
export async function readStored(data: string, path: PicturePath): Promise<Buffer | undefined> {
  if (!(await isStored(data, path))) return undefined;
  return readFile(fileOf(data, path)).catch(() => undefined);
}

function fileOf(data: string, path: PicturePath): string {
  return join(data, path.folder, path.file);
}
