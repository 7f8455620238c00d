/**
 * Values by id, a whole number, in a fixed number of places: of two ids that share one, it keeps the later. As ids
 * are given one after the other, all are kept as long as there are no more of them than places. A value is found
 * with half of the accesses to memory that a `Map` of as many needs, and they are what a long list waits for.
 */
export class ById<Value> {
  readonly #ids: Float64Array;
  readonly #values: (Value | undefined)[];

  /** @param places a power of two */
  constructor(places: number) {
    this.#ids = new Float64Array(places);
    this.#values = new Array<Value | undefined>(places).fill(undefined);
  }

  get(id: number): Value | undefined {
    const place = this.#placeOf(id);
    return this.#ids[place] === id ? this.#values[place] : undefined;
  }

  set(id: number, value: Value): void {
    const place = this.#placeOf(id);
    this.#ids[place] = id;
    this.#values[place] = value;
  }

  delete(id: number): void {
    const place = this.#placeOf(id);
    if (this.#ids[place] === id) this.#values[place] = undefined;
  }

  clear(): void {
    this.#values.fill(undefined);
  }

  #placeOf(id: number): number {
    return id & (this.#values.length - 1);
  }
}
