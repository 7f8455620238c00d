import type { Player } from '../players.ts';
import { PlayerLines } from './player-lines.ts';

/** Players on one shelf: those whose ids differ in the last four bits only. */
export const SHELF = 16;

/** Larger ids are not kept. */
const LARGEST = 2 ** 31 - 1;

/** Players by id, as `ById` has other things; in memory of its own, which no garbage collection goes through. */
export class PlayersById {
  #lines: PlayerLines;
  readonly #places: number;

  /** @param places a power of two, SHELF at least; 64 bytes each, of which those are taken that have held a player */
  constructor(places: number) {
    this.#places = places;
    this.#lines = PlayerLines.aligned(places);
  }

  get(id: number): Player | undefined {
    return this.#has(id) ? this.#lines.read(this.#placeOf(id)) : undefined;
  }

  /** A list of these players, in this order; undefined where one of them is not there. */
  list(ids: readonly number[]): PlayerLines | undefined {
    // All of them before the first is copied: so the processor waits for all at once, not for one after the other.
    for (const id of ids) if (!this.#has(id)) return undefined;
    const list = PlayerLines.ofLength(ids.length);
    let line = 0;
    for (const id of ids) {
      list.copy(line, this.#lines, this.#placeOf(id));
      line += 1;
    }
    return list;
  }

  /** Whether nobody has the place of this player, nor of another one on the same shelf. */
  isShelfEmpty(id: number): boolean {
    if (id > LARGEST) return false;
    const start = this.#placeOf(id - (id % SHELF));
    for (let place = start; place < start + SHELF; place += 1) if (this.#lines.id(place) !== 0) return false;
    return true;
  }

  /** One whose id takes more than 31 bits is not kept, nor one whom a line does not take. */
  set(player: Player): void {
    if (player.id <= LARGEST) this.#lines.put(this.#placeOf(player.id), player);
  }

  delete(id: number): void {
    if (this.#has(id)) this.#lines.clear(this.#placeOf(id));
  }

  clear(): void {
    // Memory that was never written to takes no room.
    this.#lines = PlayerLines.aligned(this.#places);
  }

  #has(id: number): boolean {
    return id !== 0 && this.#lines.id(this.#placeOf(id)) === id;
  }

  #placeOf(id: number): number {
    return id & (this.#places - 1);
  }
}
