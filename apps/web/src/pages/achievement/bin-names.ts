import type { Bin, BinSize } from './bins.ts';

/** What a bin is called in a sentence, and how many of its ticks fit side by side on a wide screen. */
export const BIN_NAMES = {
  hour: { noun: 'hour', ticks: 12 },
  'quarter of a day': { noun: 'six hours', ticks: 12 },
  day: { noun: 'day', ticks: 12 },
  week: { noun: 'week', ticks: 12 },
  month: { noun: 'month', ticks: 10 },
  'quarter of a year': { noun: 'quarter', ticks: 10 },
  year: { noun: 'year', ticks: 20 },
} as const satisfies Record<BinSize, { readonly noun: string; readonly ticks: number }>;

const days = formatOf({ dateStyle: 'long' });
const shortDays = formatOf({ day: 'numeric', month: 'short' });
const hours = formatOf({ dateStyle: 'long', timeStyle: 'short' });
const clock = formatOf({ timeStyle: 'short' });
const months = formatOf({ month: 'long', year: 'numeric' });
const shortMonths = formatOf({ month: 'short', year: 'numeric' });

const SECOND = 1000;

/** The day of a time, in UTC: `26 October 2023`. */
export function dayOf(time: number): string {
  return days.format(time);
}

/** When a bin was, in full: `26 October 2023`, `October 2023`, … */
export function nameOf(size: BinSize, { from, until }: Bin): string {
  switch (size) {
    case 'hour':
    case 'quarter of a day':
      return `${hours.format(from)} to ${clock.format(until)}`;
    case 'day':
      return days.format(from);
    case 'week':
      return `${days.format(from)} to ${days.format(until - SECOND)}`;
    case 'month':
      return months.format(from);
    case 'quarter of a year':
      return `${months.format(from)} to ${months.format(until - SECOND)}`;
    case 'year':
      return String(new Date(from).getUTCFullYear());
  }
}

/** The same as short as it can be: `26 Oct`, `Oct 2023`, …; for parts of a day only at the first of each. */
export function tickOf(size: BinSize, { from }: Bin): string {
  if (size === 'hour') return clock.format(from);
  if (size === 'quarter of a day' && new Date(from).getUTCHours() > 0) return '';
  if (size === 'year') return String(new Date(from).getUTCFullYear());
  return (size === 'month' || size === 'quarter of a year' ? shortMonths : shortDays).format(from);
}

function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' });
}
