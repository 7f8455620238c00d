import { hashOf } from '../hash-of.ts';

/**
 * Ids by name, in a fixed number of places: of two names that share one, it keeps the later. Names are not kept, and
 * so an id that it gives may be that of another name: whoever asks looks at what has the id.
 */
export class IdsByName {
  readonly #ids: Int32Array;

  /** @param places a power of two; 4 bytes each */
  constructor(places: number) {
    this.#ids = new Int32Array(places);
  }

  /** Undefined where nothing is remembered. */
  get(name: string): number | undefined {
    return this.#ids[this.#placeOf(name)] || undefined;
  }

  /** @param id a whole number from 1, below 2^31 */
  set(name: string, id: number): void {
    this.#ids[this.#placeOf(name)] = id;
  }

  #placeOf(name: string): number {
    return hashOf(name) & (this.#ids.length - 1);
  }
}
