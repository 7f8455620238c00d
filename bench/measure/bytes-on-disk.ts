import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreLocation } from '@laurel/store';

/** The size of an embedded database that nobody has open; NaN for one that is elsewhere. */
export function bytesOnDisk(location: StoreLocation): number {
  if (!('data' in location)) return Number.NaN;
  const sizes = readdirSync(location.data).map((name) => statSync(join(location.data, name)).size);
  return sizes.reduce((sum, size) => sum + size, 0);
}
