const DAY = 86_400_000;

const dates = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const shortMoments = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const moments = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });
const distances = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

interface TimeProps {
  readonly at: Date;
  /** With the time of the day, where the day alone tells too little. */
  readonly exact?: boolean;
}

/** When something was: a date, or how long ago in the last week; the whole of it on hover. */
export function Time({ at, exact = false }: TimeProps) {
  return (
    <time dateTime={at.toISOString()} title={moments.format(at)}>
      {exact ? shortMoments.format(at) : dayWords(at)}
    </time>
  );
}

/** The same as text: `27 Oct 2023`, or `3 days ago`. */
export function dayWords(at: Date): string {
  const ago = Date.now() - at.getTime();
  if (ago < 0 || ago > 7 * DAY) return dates.format(at);
  if (ago > DAY) return distances.format(-Math.floor(ago / DAY), 'day');
  if (ago > 3_600_000) return distances.format(-Math.floor(ago / 3_600_000), 'hour');
  return distances.format(-Math.floor(ago / 60_000), 'minute');
}

/** A time of the Web API, which has several forms, all in UTC: `2023-10-27 00:19:05`, `2023-10-27T00:19:05+00:00`, … */
export function timeOf(text: string): Date {
  const iso = text.replace(' ', 'T');
  return new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(iso) ? iso : `${iso}Z`);
}
