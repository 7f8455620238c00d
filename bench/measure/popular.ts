import { startWriter } from '../load/writer.ts';
import type { PreparedWorld } from '../prepare.ts';
import { chanceOf } from '../world/chance.ts';
import { CHANCE } from '../world/world.ts';
import type { Worlds } from '../worlds.ts';
import { measureReads, type ReadsWhileWriting } from './reads-while-writing.ts';
import { withRecorder } from './recorder.ts';
import { ROWS } from './rows.ts';
import type { RoundOptions } from './turns.ts';

/** So many requests come again and again, one after the other. */
const POPULAR = 300;
/** Unlocks a second that are offered meanwhile. */
const OFFERED = 200;

/** One row. */
export interface PopularResult extends ReadsWhileWriting {
  readonly endpoint: string;
}

/** Measures what many ask for, alone and while a few unlocks are recorded, in turns, on a copy of the world. */
export async function measurePopular(
  worlds: Worlds,
  prepared: PreparedWorld,
  options: RoundOptions,
): Promise<PopularResult[]> {
  return withRecorder(worlds, prepared, async (recorder) => {
    const { world, key } = recorder.copy;
    const writer = startWriter();
    const results: PopularResult[] = [];
    try {
      for (const [index, row] of ROWS.filter(({ way }) => way === 'drawn').entries()) {
        console.error(`${row.endpoint}, popular ones, while a few unlocks are recorded …`);
        const chance = chanceOf(CHANCE.request, index);
        const paths = Array.from({ length: POPULAR }, () => row.path(world, chance));
        const requests = { paths, order: 'listed', headers: { 'x-api-key': key } } as const;
        results.push({
          endpoint: row.endpoint,
          ...(await measureReads(recorder, writer, requests, options, OFFERED)),
        });
      }
    } finally {
      await writer.stop();
    }
    return results;
  });
}
