import { parseArgs } from 'node:util';
import { recordsOf } from './world/records.ts';
import { generateWorld } from './world/world.ts';
import { writeWorld } from './world/write-world.ts';

const { values, positionals } = parseArgs({
  options: {
    unlocks: { type: 'string', default: '1000000' },
    scattered: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const [file] = positionals;
const unlocks = Number(values.unlocks);
if (file === undefined || !Number.isInteger(unlocks) || unlocks < 1) {
  console.error('Usage: node bench/generate.ts [--unlocks N] [--scattered] FILE.jsonl[.gz]');
  process.exit(1);
}
const world = generateWorld(unlocks);
await writeWorld(recordsOf(world, values.scattered ? 'scattered' : 'player'), file);
const { players, games, achievements, plays } = world;
console.log({ unlocks, players, games, achievements, plays: plays.count });
