import { Type } from 'typebox';

/**
 * The three date formats of the documented pages, each from whole seconds since 1970 (UTC),
 * for the years 1970 to 9999: where the Web API writes the same moment in three ways, so does Laurel.
 */

/** `2012-11-02 00:03:12`: `DateCreated` and `DateModified` of an achievement. */
export const PlainDate = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$',
  description: 'UTC, as in `2012-11-02 00:03:12`.',
});

/** `2023-10-27T00:19:05.000000Z`: `DateAwarded` of an unlock. */
export const ZuluDate = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000000Z$',
  description: 'UTC, as in `2023-10-27T00:19:05.000000Z`.',
});

/** `2023-10-27T02:52:34+00:00`: the dates of completion progress. */
export const OffsetDate = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00$',
  description: 'UTC, as in `2023-10-27T02:52:34+00:00`.',
});

/** The last second of a day, in seconds since 1970. @example endOfDay('1970-01-02') // 172799 */
export function endOfDay(day: string): number {
  return Date.parse(`${day}T23:59:59Z`) / 1000;
}

export const SECONDS_A_DAY = 86_400;
const DAYS_IN_400_YEARS = 146_097;
const DAYS_FROM_MARCH_OF_YEAR_0_TO_1970 = 719_468;

const TWO_DIGITS = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
const HOURS = TWO_DIGITS.slice(0, 24).map((hour) => `${hour}:`);
const MINUTES = TWO_DIGITS.slice(0, 60).map((minute) => `${minute}:`);

/** @example plainDate(1351814592) // '2012-11-02 00:03:12' */
export const plainDate = dateFormat(' ', '');

/** @example zuluDate(1698365945) // '2023-10-27T00:19:05.000000Z' */
export const zuluDate = dateFormat('T', '.000000Z');

/** @example offsetDate(1698375154) // '2023-10-27T02:52:34+00:00' */
export const offsetDate = dateFormat('T', '+00:00');

/**
 * A date is put together of five pieces that are there already: there may be 500 of them in an answer. The pieces are
 * few, and stay in the processor's caches; a remembered text for each day is three accesses to memory for each date.
 */
function dateFormat(beforeTime: string, afterTime: string): (seconds: number) => string {
  const days = TWO_DIGITS.slice(0, 32).map((day) => day + beforeTime);
  const ends = TWO_DIGITS.slice(0, 60).map((second) => second + afterTime);
  return (at) => {
    const daysSince1970 = Math.floor(at / SECONDS_A_DAY);
    const date = calendarDay(daysSince1970);
    const second = at - daysSince1970 * SECONDS_A_DAY;
    const hour = Math.floor(second / 3_600);
    const minute = Math.floor(second / 60) - hour * 60;
    return (
      monthOf(date >> 5) +
      (days[date & 31] ?? '') +
      (HOURS[hour] ?? '') +
      (MINUTES[minute] ?? '') +
      (ends[second - hour * 3_600 - minute * 60] ?? '')
    );
  };
}

/** The months of 64 years, a power of two; of two that share a place, the later one stays. */
const PLACES = 2 ** 10;
const rememberedMonths = new Int32Array(PLACES).fill(-1);
const remembered = new Array<string>(PLACES).fill('');

/** @param month 16 times the year, and the month (1 to 12) @example monthOf(2023 * 16 + 10) // '2023-10-' */
function monthOf(month: number): string {
  const place = month & (PLACES - 1);
  if (rememberedMonths[place] !== month) {
    rememberedMonths[place] = month;
    remembered[place] = `${month >> 4}-${TWO_DIGITS[month & 15]}-`;
  }
  return remembered[place] ?? '';
}

/**
 * Year, month and day of the Gregorian calendar, by arithmetic alone. Years are counted from March, so that a leap
 * day is the last of its year.
 *
 * @param daysSince1970 whole days
 * @returns 512 times the year, 32 times the month (1 to 12), and the day (1 to 31)
 */
export function calendarDay(daysSince1970: number): number {
  // Whole numbers of 32 bits all the way: `| 0` cuts off what a division leaves, in a fraction of the time of `Math.floor`.
  const days = (daysSince1970 + DAYS_FROM_MARCH_OF_YEAR_0_TO_1970) | 0;
  const cycle = (days / DAYS_IN_400_YEARS) | 0;
  const dayOfCycle = days - cycle * DAYS_IN_400_YEARS;
  const yearOfCycle =
    ((dayOfCycle - ((dayOfCycle / 1_460) | 0) + ((dayOfCycle / 36_524) | 0) - ((dayOfCycle / 146_096) | 0)) /
      365) |
    0;
  const leapDays = (yearOfCycle >> 2) - ((yearOfCycle / 100) | 0);
  const dayOfYear = dayOfCycle - 365 * yearOfCycle - leapDays;
  const monthFromMarch = ((5 * dayOfYear + 2) / 153) | 0;
  const dayOfMonth = dayOfYear - (((153 * monthFromMarch + 2) / 5) | 0) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = 400 * cycle + yearOfCycle + (month <= 2 ? 1 : 0);
  return (year << 9) | (month << 5) | dayOfMonth;
}
