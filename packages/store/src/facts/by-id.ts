/** Something that has an id, a whole number. */
export interface Identified {
  readonly id: number;
}

/**
 * What has an id, by it, in a fixed number of places: of two that share one, it keeps the later. As ids are given one
 * after the other, all are kept as long as there are no more of them than places. A `Map` of as many needs more than
 * twice the accesses to memory to find one, and they are what a long list waits for.
 */
export class ById<Value extends Identified> {
  readonly #values: (Value | undefined)[];

  /** @param places a power of two */
  constructor(places: number) {
    this.#values = new Array<Value | undefined>(places).fill(undefined);
  }

  get(id: number): Value | undefined {
    const value = this.#values[this.#placeOf(id)];
    return value?.id === id ? value : undefined;
  }

  set(value: Value): void {
    this.#values[this.#placeOf(value.id)] = value;
  }

  delete(id: number): void {
    if (this.get(id) !== undefined) this.#values[this.#placeOf(id)] = undefined;
  }

  clear(): void {
    this.#values.fill(undefined);
  }

  #placeOf(id: number): number {
    return id & (this.#values.length - 1);
  }
}
