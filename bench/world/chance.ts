/** Numbers from 0 to 1 (without 1), always the same ones for the same seed. */
export type Chance = () => number;

/** Chance of its own for the thing that these numbers name, whatever else was drawn before (mulberry32, public domain). */
export function chanceOf(...names: readonly number[]): Chance {
  let state = names.reduce((seed, name) => mixed(seed ^ name) + 1, 0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number, both ends included. */
export function between(chance: Chance, low: number, high: number): number {
  return low + Math.floor(chance() * (high - low + 1));
}

/** Spreads the bits of a number over all 32 (the last steps of MurmurHash3, public domain). */
function mixed(value: number): number {
  let word = value | 0;
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}
