const numbers = new Intl.NumberFormat();

/** A number as people write it: `27,079`. One format for all: `toLocaleString` makes a new one each time. */
export function numeral(number: number): string {
  return numbers.format(number);
}

/** So many of something: `1 player`, `27,079 players`. */
export function count(number: number, noun: string): string {
  return `${numeral(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** How many of a list are shown: `120 of 10,001 games`, or `10,001 games`. */
export function countOf(shown: number, all: number, noun: string): string {
  return shown === all ? count(all, noun) : `${numeral(shown)} of ${count(all, noun)}`;
}
