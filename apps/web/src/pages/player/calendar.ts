const DAY = 86_400_000;

/** A day of the calendar (UTC). */
export interface Day {
  /** `2023-10-27` */
  readonly date: string;
  readonly unlocks: number;
}

/** The last weeks up to today, each from Monday to Sunday; the last one ends today. */
export function calendar(times: readonly Date[], today: Date, weeks: number): Day[][] {
  const counts = new Map<string, number>();
  for (const time of times) counts.set(dateOf(time), (counts.get(dateOf(time)) ?? 0) + 1);
  const midnight = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());
  const sinceMonday = (today.getUTCDay() + 6) % 7;
  const first = midnight - (sinceMonday + (weeks - 1) * 7) * DAY;
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => first + (week * 7 + day) * DAY)
      .filter((at) => at <= midnight)
      .map((at) => {
        const date = dateOf(new Date(at));
        return { date, unlocks: counts.get(date) ?? 0 };
      }),
  );
}

function dateOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
