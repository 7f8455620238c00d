import fc from 'fast-check';
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { endOfDay, OffsetDate, offsetDate, PlainDate, plainDate, ZuluDate, zuluDate } from './dates.ts';

const END_OF_9999 = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;
const seconds = fc.oneof(
  fc.integer({ min: 0, max: END_OF_9999 }),
  // Around the turns of years, where calendars go wrong.
  fc
    .record({
      year: fc.integer({ min: 1971, max: 9999 }),
      offset: fc.integer({ min: -86_400, max: 90 * 86_400 }),
    })
    .map(({ year, offset }) => Math.min(Date.UTC(year, 0, 1) / 1000 + offset, END_OF_9999)),
);

describe('dates', () => {
  it('are those of the documented pages, to the letter', () => {
    expect(plainDate(1_351_814_592)).toBe('2012-11-02 00:03:12');
    expect(zuluDate(1_698_365_945)).toBe('2023-10-27T00:19:05.000000Z');
    expect(offsetDate(1_698_375_154)).toBe('2023-10-27T02:52:34+00:00');
  });

  it('agree with the calendar of Date', () => {
    fc.assert(
      fc.property(seconds, (at) => {
        const iso = new Date(at * 1000).toISOString().slice(0, 19);
        expect(plainDate(at)).toBe(iso.replace('T', ' '));
        expect(zuluDate(at)).toBe(`${iso}.000000Z`);
        expect(offsetDate(at)).toBe(`${iso}+00:00`);
      }),
      { numRuns: 5_000 },
    );
  });

  it('know every leap day and every end of a century', () => {
    const midnights = Array.from({ length: 200_000 }, (_, day) => day * 86_400);
    expect(midnights.map((at) => plainDate(at).slice(0, 10))).toEqual(
      midnights.map((at) => new Date(at * 1000).toISOString().slice(0, 10)),
    );
  });

  it('end a second before the next day', () => {
    expect(plainDate(endOfDay('2024-02-29'))).toBe('2024-02-29 23:59:59');
    expect(endOfDay('9999-12-31')).toBe(END_OF_9999);
  });

  it('each fit their own schema and no other', () => {
    fc.assert(
      fc.property(seconds, (at) => {
        const schemas = [PlainDate, ZuluDate, OffsetDate];
        const fitting = [plainDate(at), zuluDate(at), offsetDate(at)].map((date) =>
          schemas.map((schema) => Check(schema, date)),
        );
        expect(fitting).toEqual([
          [true, false, false],
          [false, true, false],
          [false, false, true],
        ]);
      }),
    );
  });
});
