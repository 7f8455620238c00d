import type { Grounds } from '@laurel/store';
import type { JsonAnswer } from '../http/json-answer.ts';
import type { AcceptedKey } from './api-keys.ts';
import type { HashedName } from './hashed-name.ts';
import { UnderWay } from './under-way.ts';

/** How much memory finished answers take at most, in bytes, about. */
const CAPACITY = 32 * 1024 * 1024;
/** What an answer takes beside its text: its ETag, its place in the map, the objects. */
const OVERHEAD = 300;

/** An answer, as it is at one revision of the store. */
export interface KeptAnswer extends JsonAnswer {
  readonly revision: string;
  /** That it was asked for with, at this revision. */
  readonly key: AcceptedKey;
  /** Whether it is the same at another revision depends on this; undefined where that cannot be told. */
  readonly grounds: Grounds | undefined;
}

/** What was found out at one revision of the store, and holds as long as it does. */
export interface Known {
  /** Answers that are being made: who asks for the same meanwhile waits for it. */
  readonly underWay: UnderWay<JsonAnswer>;
  /** The keys that were found, as they were sent. */
  readonly keys: Map<string, AcceptedKey>;
}

/**
 * Finished answers, each with the revision that it is of. None is ever stale: whoever asks has just looked at the
 * revision (`Store.look`), and takes an answer of another one only where the store says that it holds.
 */
export class AnswerCache {
  /** By all of a request that they depend on. */
  readonly answers: AnswerMap;
  readonly #askedBefore = new AskedBefore();
  #revision: string | undefined;
  #known = nothing();

  constructor(capacity: number = CAPACITY) {
    this.answers = new AnswerMap(capacity);
  }

  /** What is known at a revision; what is added to it later, when the store has changed again, is lost. */
  at(revision: string): Known {
    if (revision !== this.#revision) {
      this.#revision = revision;
      this.#known = nothing();
    }
    return this.#known;
  }

  /** Whether an answer is worth its memory: one that was asked for before, at this revision or another. */
  isWorthKeeping(name: HashedName): boolean {
    return this.#askedBefore.add(name);
  }
}

function nothing(): Known {
  return { underWay: new UnderWay(), keys: new Map() };
}

/** How many addresses are remembered; of two that fall on the same place, the later one. */
const PLACES = 2 ** 16;

/**
 * Remembers, in fixed memory, what was asked for lately: most addresses are asked for once, and to keep their
 * answers would only make work for the garbage collector. It may confuse two; that costs a bit of memory.
 */
class AskedBefore {
  readonly #seen = new Int32Array(PLACES);

  /** @returns whether it was there */
  add({ hash }: HashedName): boolean {
    const place = hash & (PLACES - 1);
    const was = this.#seen[place] === hash;
    this.#seen[place] = hash;
    return was;
  }
}

/** A map of bounded size. It forgets about half at a time, and keeps what was asked for since the last time. */
export class AnswerMap {
  readonly #half: number;
  #young = new Map<string, KeptAnswer>();
  #old = new Map<string, KeptAnswer>();
  #youngSize = 0;
  #oldSize = 0;

  /** @param capacity in bytes; it is kept to within one answer for each half */
  constructor(capacity: number) {
    this.#half = capacity / 2;
  }

  /** How many bytes it takes, about. */
  get size(): number {
    return this.#youngSize + this.#oldSize;
  }

  get(key: string): KeptAnswer | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, answer: KeptAnswer): void {
    if (this.#youngSize > this.#half) {
      this.#old = this.#young;
      this.#oldSize = this.#youngSize;
      this.#young = new Map();
      this.#youngSize = 0;
    }
    const replaced = this.#young.get(key);
    this.#youngSize += sizeOf(key, answer) - (replaced === undefined ? 0 : sizeOf(key, replaced));
    this.#young.set(key, answer);
  }
}

function sizeOf(key: string, { bytes }: KeptAnswer): number {
  return key.length + bytes + OVERHEAD;
}
