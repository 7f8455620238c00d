import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatUtcTime, isCalendarDate, LAST_TIME, parseUtcTime } from './utc-time.ts';

describe('times', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2012-11-02T00:03:12Z', 1351814592],
    ['2012-11-02T00:03:12.999Z', 1351814592],
    ['2012-11-02T00:03:12+00:00', 1351814592],
    ['2012-11-02T00:03:12.000000+00:00', 1351814592],
    ['2000-02-29T12:00:00Z', 951825600],
    ['2038-01-19T03:14:07Z', LAST_TIME],
    ['2038-01-19T03:14:07.9Z', LAST_TIME],
  ])('%s is %i', (text, seconds) => {
    expect(parseUtcTime(text)).toBe(seconds);
  });

  it.each([
    '',
    '2012-11-02',
    '2012-11-02 00:03:12',
    '2012-11-02T00:03:12',
    '2012-11-02T00:03Z',
    '2012-11-02t00:03:12z',
    '2012-11-02T00:03:12.Z',
    '2012-11-02T00:03:12+01:00',
    '2012-11-02T00:03:12-00:00',
    '2012-11-02T00:03:12ZZ',
    ' 2012-11-02T00:03:12Z',
    '2012-11-02T00:03:12Z\n',
    '2012-11-02T24:00:00Z',
    '2012-11-02T00:60:00Z',
    '2012-11-02T00:00:60Z',
    '2012-13-01T00:00:00Z',
    '2012-00-01T00:00:00Z',
    '2012-11-00T00:00:00Z',
    '2012-11-31T00:00:00Z',
    '2013-02-29T00:00:00Z',
    '1969-12-31T23:59:59Z',
    '2038-01-19T03:14:08Z',
    '2100-02-29T00:00:00Z',
    '12012-11-02T00:03:12Z',
    '２012-11-02T00:03:12Z',
  ])('"%s" is no time', (text) => {
    expect(parseUtcTime(text)).toBeNull();
  });

  test('every second of the range is written so that it reads as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LAST_TIME }), (seconds) => {
        expect(parseUtcTime(formatUtcTime(seconds))).toBe(seconds);
      }),
      { numRuns: 2000 },
    );
  });

  test('every day of the range has its own number', () => {
    for (let day = 0; day * 86400 <= LAST_TIME; day += 1) {
      expect(parseUtcTime(new Date(day * 86_400_000).toISOString())).toBe(day * 86400);
    }
  });
});

describe('dates', () => {
  it.each(['1991-06-23', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a date', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each([
    '',
    '1991',
    '1991-06',
    '1991-6-23',
    '1991-06-31',
    '1900-02-29',
    '0000-01-01',
    '1991-06-23T00:00:00Z',
  ])('"%s" is none', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });
});
