import type { Difference } from './verify.ts';

/** Counts by what they are of; what is missing is counted 0 times. */
type Counts = ReadonlyMap<string, number>;

/** Where counts are not what they should be. @param what what is counted */
export function differencesOfCounts(what: string, stored: Counts, expected: Counts): Difference[] {
  const differences: Difference[] = [];
  for (const where of new Set([...stored.keys(), ...expected.keys()])) {
    const [is, should] = [stored.get(where) ?? 0, expected.get(where) ?? 0];
    if (is !== should) differences.push({ where, what, stored: is, expected: should });
  }
  return differences;
}
