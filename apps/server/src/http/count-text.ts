const GROUP = 1000;
const GROUPS = Array.from({ length: GROUP }, (_, group) => `${group}`.padStart(3, '0'));

/**
 * The decimal text of a count that hardly ever comes twice, such as what is left of a limit.
 *
 * V8 remembers the texts of the last 16,384 numbers. Of numbers that do not come again, each text is kept just long
 * enough to be moved among the old objects, and so the whole heap has to be collected the sooner.
 *
 * @param count a whole number from 0 on
 */
export function countText(count: number): string {
  const thousands = Math.trunc(count / GROUP);
  return thousands === 0 ? `${count}` : `${thousands}${GROUPS[count % GROUP]}`;
}
