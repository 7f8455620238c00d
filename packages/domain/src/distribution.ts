/** Players by how many achievements exactly they have: index 0 is one achievement. */
export type Distribution = readonly number[];

/**
 * The distribution of a game from its non-empty buckets: for n = 1 … `setSize`, the number of players with
 * exactly n achievements, 0 where there is none (RULES.md, "Distribution of a game").
 */
export function distributionOf(
  setSize: number,
  buckets: Iterable<{ readonly achieved: number; readonly players: number }>,
): Distribution {
  const distribution = new Array<number>(setSize).fill(0);
  for (const { achieved, players } of buckets) {
    if (achieved >= 1 && achieved <= setSize) distribution[achieved - 1] = players;
  }
  return distribution;
}
