import { JsonWriter } from './json-writer.ts';

/** In bytes: what is kept lies side by side in pieces of memory of this size. */
const PIECE = 64 * 1024;
/** Behind the end of what is kept, so that it may be read 8 bytes at a time. */
const BEHIND = 7;

interface Kept {
  readonly memory: DataView;
  readonly from: number;
  readonly length: number;
}

/**
 * Keeps what is written of objects that never change, as long as they live: to copy it takes a tenth of the time of
 * writing it again.
 *
 * @example
 * const titles = new WrittenOnce<{ readonly title: string }>((game, json) => json.text(game.title));
 * const sonic = { title: 'Sonic the Hedgehog' };
 * titles.writeTo(json, sonic); // the same as json.text('Sonic the Hedgehog')
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

  writeTo(json: JsonWriter, value: Value): void {
    const { memory, from, length } = this.#kept.get(value) ?? this.#keep(value);
    json.copyFrom(memory, from, length);
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
