import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoff as backoffNow, retryAfter } from './backoff.ts';

/** What `backoff` is where chance is this. */
function backoff(tried: number, asked: number, chance: number): number {
  vi.spyOn(Math, 'random').mockReturnValue(chance);
  return backoffNow(tried, asked);
}

const random = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const NOW = Date.UTC(2026, 10, 22, 12, 0, 0);

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the time to wait before trying again', () => {
  it('is never less than what the server asks for', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(1e9), random, (tried, asked, chance) => {
        expect(backoff(tried, asked, chance)).toBeGreaterThanOrEqual(asked);
      }),
    );
  });

  it('grows with each time, whatever chance does, up to half a minute', () => {
    fc.assert(
      fc.property(fc.nat(50), random, random, (tried, chance, other) => {
        expect(backoff(tried + 1, 0, chance)).toBeGreaterThanOrEqual(backoff(tried, 0, other) / 2);
        expect(backoff(tried + 2, 0, 0)).toBeGreaterThanOrEqual(Math.min(backoff(tried, 0, chance), 15_000));
        expect(backoff(tried, 0, chance)).toBeLessThanOrEqual(30_000);
      }),
    );
  });

  it('is at random, so that those who failed together do not come back together', () => {
    expect(new Set(Array.from({ length: 20 }, () => backoffNow(0))).size).toBeGreaterThan(1);
  });
});

describe('Retry-After', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
  });

  it.each([
    ['0', undefined],
    ['120', 120_000],
    ['1.5', 1_500],
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 11:59:00 GMT', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j is %j ms', (header, milliseconds) => {
    expect(retryAfter(header)).toBe(milliseconds);
  });

  it('is never negative or not a number, whatever the server sends', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const wait = retryAfter(header);
        expect(wait === undefined || wait > 0).toBe(true);
      }),
    );
  });
});
