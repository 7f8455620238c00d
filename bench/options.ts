import { join } from 'node:path';
import { parseArgs } from 'node:util';

const SECTIONS = ['endpoints', 'import', 'recording'] as const;
type Section = (typeof SECTIONS)[number];

export interface Options {
  readonly engine: 'sqlite' | 'postgres';
  /** Sizes of the worlds, in unlocks: a tenth of the size asked for, and that size. */
  readonly sizes: readonly [number, number];
  readonly sections: ReadonlySet<Section>;
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  /** Where worlds are kept. */
  readonly cache: string;
  /** Where the figures go, as JSON. */
  readonly output: string;
}

export const USAGE = `Usage: npm run bench -- [options]
  --unlocks N        the size of the larger world (1000000); the smaller one has a tenth
  --engine NAME      sqlite (the default) or postgres
  --only SECTION     endpoints, import or recording; may be given several times (all)
  --rounds N         how often each server has its turn (5)
  --seconds N        how long a turn is, a whole number (1)
  --connections N    how many requests are under way at once (32)
  --cache DIR        where worlds are kept between runs (node_modules/.cache/laurel-bench)
  --output FILE      where the figures go, as JSON (bench/results/last.json)`;

/** Reads the command line. @throws Error saying what is wrong with it; undefined when help is asked for */
export function readOptions(args: readonly string[]): Options | undefined {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      unlocks: { ...text, default: '1000000' },
      engine: { ...text, default: 'sqlite' },
      only: { ...text, multiple: true, default: [...SECTIONS] },
      rounds: { ...text, default: '5' },
      seconds: { ...text, default: '1' },
      connections: { ...text, default: '32' },
      cache: { ...text, default: join(import.meta.dirname, '../node_modules/.cache/laurel-bench') },
      output: { ...text, default: join(import.meta.dirname, 'results/last.json') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const unlocks = wholeNumber('unlocks', values.unlocks, 1000);
  return {
    engine: oneOf('engine', values.engine, ['sqlite', 'postgres']),
    sizes: [Math.round(unlocks / 10), unlocks],
    sections: new Set(values.only.map((section) => oneOf('only', section, SECTIONS))),
    rounds: wholeNumber('rounds', values.rounds),
    seconds: wholeNumber('seconds', values.seconds),
    connections: wholeNumber('connections', values.connections),
    cache: values.cache,
    output: values.output,
  };
}

function wholeNumber(name: string, text: string, from = 1): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= from) return value;
  throw new Error(`--${name} should be a whole number from ${from}, not "${text}"`);
}

function oneOf<const Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((candidate) => candidate === text);
  if (choice !== undefined) return choice;
  throw new Error(`--${name} should be one of ${choices.join(', ')}, not "${text}"`);
}
