import { hashOf } from '../hash-of.ts';
import { alignedMemory, LINE } from './aligned-memory.ts';

/** In words of 4 bytes. */
const WORDS = LINE / 4;
/** Names on a line: first the hash of each, then their ids, those that were set last in front. */
const NAMES = WORDS / 2;

/**
 * Ids by name, in a fixed number of places: of names that share a line of them, it keeps the eight that were set last.
 * With one place for each name, those that share one would drive each other out again and again. Names are not kept, and
 * so an id that it gives may be that of another name: whoever asks looks at what has the id.
 */
export class IdsByName {
  readonly #words: Int32Array;
  readonly #lines: number;

  /** @param lines a power of two; eight names and 64 bytes each */
  constructor(lines: number) {
    this.#lines = lines;
    this.#words = alignedMemory(lines);
  }

  /** Undefined where nothing is remembered. */
  get(name: string): number | undefined {
    const hash = hashOf(name);
    const place = this.#find(hash);
    return place === undefined ? undefined : this.#words[place + NAMES] || undefined;
  }

  /** @param id a whole number from 1, below 2^31 */
  set(name: string, id: number): void {
    const words = this.#words;
    const hash = hashOf(name);
    const start = this.#startOf(hash);
    // Where it is not there yet, the last one goes.
    const place = this.#find(hash) ?? start + NAMES - 1;
    words.copyWithin(start + 1, start, place);
    words.copyWithin(start + NAMES + 1, start + NAMES, place + NAMES);
    words[start] = hash;
    words[start + NAMES] = id;
  }

  /** Where a hash is on its line; an empty place is one of the hash 0. */
  #find(hash: number): number | undefined {
    const start = this.#startOf(hash);
    for (let place = start; place < start + NAMES; place += 1) if (this.#words[place] === hash) return place;
    return undefined;
  }

  #startOf(hash: number): number {
    return (hash & (this.#lines - 1)) * WORDS;
  }
}
