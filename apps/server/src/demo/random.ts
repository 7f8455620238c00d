/** Chance that comes out the same on every machine: the demo world is made of it. */
export interface Random {
  /** 0 ≤ x < 1. */
  fraction(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
  /** Asked `of` times, says yes `count` times exactly. */
  exactly(count: number, of: number): () => boolean;
}

/** The same numbers for the same seed, by the generator sfc32 (Chris Doty-Humphrey, public domain). */
export function randomFrom(seed: number): Random {
  const next = sfc32(seed);
  const fraction = () => next() / 2 ** 32;
  const between = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1));
  return {
    fraction,
    between,
    chance: (probability) => fraction() < probability,
    pick: (list) => at(list, between(0, list.length - 1)),
    shuffled: (list) => {
      const rest = [...list];
      return list.map(() => at(rest.splice(between(0, rest.length - 1), 1), 0));
    },
    exactly: (count, of) => {
      let [wanted, left] = [count, of];
      return () => {
        const yes = fraction() * left < wanted;
        left -= 1;
        if (yes) wanted -= 1;
        return yes;
      };
    },
  };
}

/** The item at a place where there must be one. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`nothing at ${index} in a list of ${list.length}`);
  return item;
}

function sfc32(seed: number): () => number {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round += 1) next();
  return next;
}
