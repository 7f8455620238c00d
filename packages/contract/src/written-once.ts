import { JsonWriter } from './json-writer.ts';

/** In bytes: what is kept lies side by side in pieces of memory of this size. */
const PIECE = 64 * 1024;
/** Behind the end of what is kept, so that it may be read 8 bytes at a time. */
const BEHIND = 7;
/** A line of the processor's cache. */
const LINE = 64;

interface Kept {
  readonly memory: DataView;
  readonly from: number;
  readonly length: number;
}

/**
 * Keeps what is written of objects that never change, as long as they live: to copy it is faster than to write it again.
 *
 * @example
 * const titles = new WrittenOnce<{ readonly title: string }>((game, json) => json.text(game.title));
 * const sonic = { title: 'Sonic the Hedgehog' };
 * titles.of([sonic]).writeTo(json, 0); // the same as json.text('Sonic the Hedgehog')
 */
export class WrittenOnce<Value extends object> {
  readonly #write: (value: Value, json: JsonWriter) => void;
  readonly #kept = new WeakMap<Value, Kept>();
  readonly #writer = new JsonWriter();
  #memory = new DataView(new ArrayBuffer(0));
  /** Where the free part of it begins. */
  #free = 0;

  constructor(write: (value: Value, json: JsonWriter) => void) {
    this.#write = write;
  }

  /** What is written of each of these. */
  of(values: readonly Value[]): WrittenList {
    const list: Kept[] = [];
    for (const value of values) list.push(this.#kept.get(value) ?? this.#keep(value));
    fetchMemory(list);
    return new WrittenList(list);
  }

  #keep(value: Value): Kept {
    this.#write(value, this.#writer.clear());
    const written = this.#writer.take();
    const from = this.#roomFor(written.length);
    new Uint8Array(this.#memory.buffer).set(written, from);
    const kept = { memory: this.#memory, from, length: written.length };
    this.#kept.set(value, kept);
    return kept;
  }

  /** @returns where it begins */
  #roomFor(length: number): number {
    if (this.#free + length + BEHIND > this.#memory.byteLength) {
      // What is kept in the one before lives on with it.
      this.#memory = new DataView(new ArrayBuffer(Math.max(PIECE, length + BEHIND)));
      this.#free = 0;
    }
    const from = this.#free;
    this.#free += length;
    return from;
  }
}

/** What is written of several values, by their places in the list. */
export class WrittenList {
  readonly #list: readonly Kept[];

  constructor(list: readonly Kept[]) {
    this.#list = list;
  }

  writeTo(json: JsonWriter, index: number): void {
    const kept = this.#list[index];
    if (kept !== undefined) json.copyFrom(kept.memory, kept.from, kept.length);
  }
}

/** Nobody reads it; but what is read for it is not left out by the compiler. */
const fetched = new Uint8Array(1);

/** Looks at all of it before the first is copied, so that the processor waits for all of its memory at once. */
function fetchMemory(list: readonly Kept[]): void {
  let bits = 0;
  for (const { memory, from, length } of list) {
    for (let at = 0; at < length; at += LINE) bits |= memory.getUint8(from + at);
  }
  fetched[0] = bits;
}
