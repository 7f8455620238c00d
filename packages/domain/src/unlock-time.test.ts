import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeAcceptable, OFFLINE_LIMIT, offlineUnlockTime } from './unlock-time.ts';

const NOW = 1_700_000_000;

describe('isTimeAcceptable', () => {
  it.each([
    ['the distant past', 0, true],
    ['now', NOW, true],
    ['a minute ahead', NOW + 60, true],
    ['more than a minute ahead', NOW + 61, false],
  ])('%s', (_, at, acceptable) => {
    expect(isTimeAcceptable(at, NOW)).toBe(acceptable);
  });
});

describe('offlineUnlockTime', () => {
  const fourteenDays = 14 * 86_400;

  it.each([
    ['no offset', 0, NOW],
    ['one second', 1, NOW - 1],
    ['14 days, the most that is believed', fourteenDays, NOW - fourteenDays],
    ['a second more than 14 days', fourteenDays + 1, NOW],
    ['an offset into the future', -1, NOW],
  ])('%s', (_, offset, expected) => {
    expect(offlineUnlockTime(NOW, offset)).toBe(expected);
  });

  it('is never ahead of the clock nor further back than the offline limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2 * OFFLINE_LIMIT, max: 2 * OFFLINE_LIMIT }), (offset) => {
        const at = offlineUnlockTime(NOW, offset);
        expect(at).toBeLessThanOrEqual(NOW);
        expect(at).toBeGreaterThanOrEqual(NOW - OFFLINE_LIMIT);
      }),
    );
  });
});
