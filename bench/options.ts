import { join } from 'node:path';
import { parseArgs } from 'node:util';

const SMALLER = 0;
const LARGER = 1;

/** What is measured, and in which of the two worlds; an import makes its own. */
const WORLDS_OF = {
  endpoints: [SMALLER, LARGER],
  deep: [SMALLER, LARGER],
  recording: [LARGER],
  mixed: [LARGER],
  popular: [LARGER],
  disk: [LARGER],
  start: [LARGER],
  import: [],
  client: [SMALLER],
  pages: [SMALLER],
} as const;
export type Section = keyof typeof WORLDS_OF;
export const SECTIONS = Object.keys(WORLDS_OF) as Section[];

export interface Options {
  /** Whether this is the check of a change: small, short, and it ends with status 1 where a bound is not held. */
  readonly check: boolean;
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

interface Defaults {
  readonly unlocks: string;
  readonly only: readonly Section[];
  readonly rounds: string;
  readonly seconds: string;
  readonly output: string;
}

/**
 * What is measured where the command line does not say. The start of a turn (connections that are opened, caches that
 * others have used) makes a hundredth of the answers of one second: it would be that second's p99.
 */
const DEFAULTS: Defaults = {
  unlocks: '10000000',
  only: SECTIONS,
  rounds: '5',
  seconds: '4',
  output: 'last.json',
};
const CHECK_DEFAULTS: Defaults = {
  ...{ unlocks: '100000', rounds: '3', seconds: '1', output: 'check.json' },
  only: ['endpoints', 'recording', 'disk'],
};

export const USAGE = `Usage: npm run bench -- [options]
  --unlocks N        the size of the larger world (10000000); the smaller one has a tenth
  --engine NAME      sqlite (the default) or postgres
  --only SECTION     ${SECTIONS.join(', ')};
                     may be given several times (all)
  --rounds N         how often each one has its turn (5)
  --seconds N        how long a turn is, a whole number (4)
  --connections N    how many requests are under way at once (32)
  --cache DIR        where worlds are kept between runs (node_modules/.cache/laurel-bench)
  --output FILE      where the figures go, as JSON (bench/results/last.json)
  --check            at a small size and in some two minutes: does any bound not hold?`;

/** Reads the command line. @throws Error saying what is wrong with it; undefined when help is asked for */
export function readOptions(args: readonly string[]): Options | undefined {
  const text = { type: 'string' } as const;
  const defaults = args.includes('--check') ? CHECK_DEFAULTS : DEFAULTS;
  const { values } = parseArgs({
    args: [...args],
    options: {
      unlocks: { ...text, default: defaults.unlocks },
      engine: { ...text, default: 'sqlite' },
      only: { ...text, multiple: true, default: [...defaults.only] },
      rounds: { ...text, default: defaults.rounds },
      seconds: { ...text, default: defaults.seconds },
      connections: { ...text, default: '32' },
      cache: { ...text, default: join(import.meta.dirname, '../node_modules/.cache/laurel-bench') },
      output: { ...text, default: join(import.meta.dirname, 'results', defaults.output) },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const unlocks = wholeNumber('unlocks', values.unlocks, 1000);
  return {
    check: values.check,
    engine: oneOf('engine', values.engine, ['sqlite', 'postgres']),
    sizes: [Math.round(unlocks / 100) * 10, unlocks],
    sections: new Set(values.only.map((section) => oneOf('only', section, SECTIONS))),
    rounds: wholeNumber('rounds', values.rounds),
    seconds: wholeNumber('seconds', values.seconds),
    connections: wholeNumber('connections', values.connections),
    cache: values.cache,
    output: values.output,
  };
}

/** The sizes of the worlds that are needed. */
export function sizesOf({ sections, sizes }: Pick<Options, 'sections' | 'sizes'>): ReadonlySet<number> {
  return new Set([...sections].flatMap((section) => WORLDS_OF[section].map((world) => sizes[world])));
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
