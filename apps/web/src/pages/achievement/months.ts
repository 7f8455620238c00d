/** How many unlocks there were in a month: `2023-10`. */
export interface Month {
  readonly month: string;
  readonly unlocks: number;
}

/** The unlocks by month (UTC), from the first to the last of them, months without any included. */
export function byMonth(times: readonly Date[]): Month[] {
  const counts = new Map<string, number>();
  for (const time of times) {
    const month = time.toISOString().slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const months = [...counts.keys()].sort();
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  const all: Month[] = [];
  for (let month = first; month <= last; month = after(month)) {
    all.push({ month, unlocks: counts.get(month) ?? 0 });
  }
  return all;
}

function after(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, of)).toISOString().slice(0, 7);
}
