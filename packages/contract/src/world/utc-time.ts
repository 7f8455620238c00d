/** The last time that the format can carry, in seconds since 1970: 2038-01-19T03:14:07Z. */
export const LAST_TIME = 2147483647;

/**
 * Reads `2012-11-02T00:03:12Z` as whole seconds since 1970, or gives null where the text is no such time.
 * A fraction of a second is cut off, and `+00:00` may stand for `Z`. Dates must exist, years start at 1970,
 * and nothing lies beyond {@link LAST_TIME}. Written for speed: an import reads one for each unlock.
 */
export function parseUtcTime(text: string): number | null {
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  const day = dayNumber(text);
  if (day < 0 || !(hour < 24 && minute < 60 && second < 60)) return null;
  if (text.charCodeAt(10) !== LETTER_T || text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON)
    return null;
  if (!isUtcFrom(text, afterFraction(text, 19))) return null;
  const time = day * 86400 + hour * 3600 + minute * 60 + second;
  return time <= LAST_TIME ? time : null;
}

/** Writes seconds since 1970 as `2012-11-02T00:03:12Z`. Throws a RangeError for what is no time. */
export function formatUtcTime(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** Whether the text is a date of the calendar, `1991-06-23`, in the years 1 to 9999. */
export function isCalendarDate(text: string): boolean {
  return text.length === 10 && !text.startsWith('0000') && !Number.isNaN(dayNumber(text));
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_BEFORE_1970 = 719162;
const [DASH, DOT, COLON, LETTER_T, LETTER_Z] = [45, 46, 58, 84, 90];

/** The days from 1970-01-01 to the date at the start of the text; NaN where there is none. */
function dayNumber(text: string): number {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return Number.NaN;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = (DAYS_IN_MONTH[month - 1] ?? 0) + (leap && month === 2 ? 1 : 0);
  if (!(day >= 1 && day <= days)) return Number.NaN;
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const inYear = (DAYS_BEFORE_MONTH[month - 1] ?? 0) + (leap && month > 2 ? 1 : 0) + day - 1;
  return past * 365 + leapDays + inYear - DAYS_BEFORE_1970;
}

/** The number that two digits of the text write, or NaN. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Where the text goes on after a dot and digits; `at` where there are none. */
function afterFraction(text: string, at: number): number {
  if (text.charCodeAt(at) !== DOT) return at;
  let end = at + 1;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
  return end > at + 1 ? end : at;
}

function isUtcFrom(text: string, at: number): boolean {
  if (text.charCodeAt(at) === LETTER_Z) return text.length === at + 1;
  return text.length === at + 6 && text.endsWith('+00:00');
}
