import type { HashedName } from './hashed-name.ts';

/** How many are remembered at once; of two that fall on the same place, the later one. */
const PLACES = 512;

/**
 * What is being made, by name, so that whoever asks for the same meanwhile waits for it. It may forget one; that
 * only makes something twice.
 *
 * No `Map`: one that is added to and deleted from lays out its table anew all the time, and each table that it has
 * left refers to the next. As soon as one of them has grown old, everything that was ever in a later one is kept
 * until the next collection of the whole heap, which comes the sooner for it.
 */
export class UnderWay<Made> {
  readonly #names = new Array<string | undefined>(PLACES).fill(undefined);
  readonly #making = new Array<Promise<Made> | undefined>(PLACES).fill(undefined);

  get(name: HashedName): Promise<Made> | undefined {
    const place = placeOf(name);
    return this.#names[place] === name.text ? this.#making[place] : undefined;
  }

  set(name: HashedName, making: Promise<Made>): void {
    const place = placeOf(name);
    this.#names[place] = name.text;
    this.#making[place] = making;
  }

  delete(name: HashedName): void {
    const place = placeOf(name);
    if (this.#names[place] !== name.text) return;
    this.#names[place] = undefined;
    this.#making[place] = undefined;
  }
}

function placeOf({ hash }: HashedName): number {
  return hash & (PLACES - 1);
}
