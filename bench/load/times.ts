/** Times to an answer in milliseconds, each with the number of answers that took so long; in any order. */
export type Times = readonly (readonly [milliseconds: number, answers: number])[];

/**
 * The time within which so much of all the answers came.
 *
 * @param share of 1: 0.5 for the median, 0.99 for the 99th percentile
 * @throws RangeError when there is no answer
 */
export function percentile(share: number, times: Times): number {
  const sorted = [...times].sort(([a], [b]) => a - b);
  const wanted = share * sorted.reduce((sum, [, answers]) => sum + answers, 0);
  let answers = 0;
  for (const [milliseconds, more] of sorted) {
    answers += more;
    if (answers >= wanted && more > 0) return milliseconds;
  }
  throw new RangeError('there is no percentile of nothing');
}
