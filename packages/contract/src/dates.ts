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

const SECONDS_A_DAY = 86_400;
const DAYS_IN_400_YEARS = 146_097;
const DAYS_FROM_MARCH_OF_YEAR_0_TO_1970 = 719_468;

const TWO_DIGITS = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
const MINUTES = Array.from(
  { length: 24 * 60 },
  (_, minute) => `${TWO_DIGITS[Math.floor(minute / 60)]}:${TWO_DIGITS[minute % 60]}:`,
);

/** @example plainDate(1351814592) // '2012-11-02 00:03:12' */
export const plainDate = dateFormat(' ', '');

/** @example zuluDate(1698365945) // '2023-10-27T00:19:05.000000Z' */
export const zuluDate = dateFormat('T', '.000000Z');

/** @example offsetDate(1698375154) // '2023-10-27T02:52:34+00:00' */
export const offsetDate = dateFormat('T', '+00:00');

/** A date is put together of three pieces that are there already: there may be 500 of them in an answer. */
function dateFormat(beforeTime: string, afterTime: string): (seconds: number) => string {
  const minutes = MINUTES.map((minute) => beforeTime + minute);
  const ends = TWO_DIGITS.slice(0, 60).map((second) => second + afterTime);
  return (seconds) => {
    const days = Math.floor(seconds / SECONDS_A_DAY);
    const second = seconds - days * SECONDS_A_DAY;
    const minute = Math.floor(second / 60);
    return dayOf(days) + (minutes[minute] ?? '') + (ends[second - minute * 60] ?? '');
  };
}

/** More days than most servers have unlocks of, a power of two; of two that share a place, the later one stays. */
const PLACES = 2 ** 13;
const rememberedDays = new Int32Array(PLACES).fill(-1);
const remembered = new Array<string>(PLACES).fill('');

function dayOf(days: number): string {
  const place = days & (PLACES - 1);
  if (rememberedDays[place] !== days) {
    rememberedDays[place] = days;
    remembered[place] = calendarDay(days);
  }
  return remembered[place] ?? '';
}

/**
 * Year, month and day of the Gregorian calendar, by arithmetic alone. Years are counted from March, so that a leap
 * day is the last of its year.
 *
 * @param daysSince1970 whole days
 */
function calendarDay(daysSince1970: number): string {
  const days = daysSince1970 + DAYS_FROM_MARCH_OF_YEAR_0_TO_1970;
  const cycle = Math.floor(days / DAYS_IN_400_YEARS);
  const dayOfCycle = days - cycle * DAYS_IN_400_YEARS;
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1_460) +
      Math.floor(dayOfCycle / 36_524) -
      Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const leapDays = Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  const dayOfYear = dayOfCycle - 365 * yearOfCycle - leapDays;
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = 400 * cycle + yearOfCycle + (month <= 2 ? 1 : 0);
  return `${year}-${TWO_DIGITS[month]}-${TWO_DIGITS[dayOfMonth]}`;
}
