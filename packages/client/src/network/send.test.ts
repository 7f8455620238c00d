import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RateLimitedError, ServerError, TransientError } from '../errors.ts';
import { fakeFetch, json } from '../testing/fake-fetch.ts';
import type { Request } from './request.ts';
import { send } from './send.ts';

const REQUEST: Request = {
  url: 'https://example.org/',
  headers: {},
  clean: (text) => text,
  endpoint: 'GetAnything',
  parameters: {},
  letters: {},
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What comes of a call, with all of its waiting done; and how long it waited. */
async function outcomeOf(call: Promise<object>): Promise<{ result: unknown; waited: number }> {
  const began = Date.now();
  let settled = false;
  const result = call.catch((error: unknown) => error).finally(() => (settled = true));
  while (!settled) await vi.advanceTimersByTimeAsync(10);
  return { result: await result, waited: Date.now() - began };
}

const status = fc.constantFrom(200, 401, 404, 429, 500, 503, 0);
const wait = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined });
const script = fc.array(fc.record({ status, wait }), { minLength: 1, maxLength: 6 });
const isTransient = (code: number) => code === 0 || code === 429 || code >= 500;

describe('whatever a server answers, time after time', () => {
  it('a call ends with the first answer that does not pass, or the last that there is time and retries for', async () => {
    await fc.assert(
      fc.asyncProperty(
        script,
        fc.nat(4),
        fc.integer({ min: 100, max: 30_000 }),
        async (steps, retries, timeout) => {
          const { fetch, asked } = fakeFetch(
            ...steps.map((step) =>
              step.status === 0
                ? new TypeError('fetch failed')
                : json(
                    { step: 1 },
                    step.status,
                    step.wait === undefined ? {} : { 'retry-after': `${step.wait}` },
                  ),
            ),
          );
          const { result, waited } = await outcomeOf(send(REQUEST, { fetch, retries, timeout }));

          const tried = steps.slice(0, asked.length);
          // Only what passes is tried again, and not more often than it should be.
          expect(tried.slice(0, -1).every((step) => isTransient(step.status))).toBe(true);
          expect(asked.length).toBeLessThanOrEqual(retries + 1);
          // It never takes longer than it may, and never comes back sooner than the server wants.
          expect(waited).toBeLessThanOrEqual(timeout + 10);
          const answered = tried.slice(0, -1).filter((step) => step.status !== 0);
          const asking = answered.reduce((sum, step) => sum + (step.wait ?? 0) * 1000, 0);
          expect(waited).toBeGreaterThanOrEqual(asking);
          // It is a success exactly if the last answer is one.
          const last = tried.at(-1) ?? steps.at(-1);
          expect(result instanceof Error).toBe(last?.status !== 200);
          // It does not give up early: either the retries are used up, or there was no time for another.
          if (result instanceof TransientError && asked.length <= retries)
            expect(waited + (result.retryAfterMs ?? 0) + 500 * 2 ** (asked.length - 1)).toBeGreaterThan(
              timeout,
            );
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a call', () => {
  it('is tried again twice by default', async () => {
    const { fetch, asked } = fakeFetch(json({}, 500));
    expect((await outcomeOf(send(REQUEST, { fetch }))).result).toBeInstanceOf(ServerError);
    expect(asked).toHaveLength(3);
  });

  it('waits for as long as Retry-After says', async () => {
    const { fetch } = fakeFetch(json({}, 429, { 'retry-after': '12' }), json({ a: 1 }));
    const { result, waited } = await outcomeOf(send(REQUEST, { fetch }));
    expect(result).toEqual({ a: 1 });
    expect(waited).toBeGreaterThanOrEqual(12_000);
  });

  it('may take forever', async () => {
    const { fetch } = fakeFetch(json({}, 429, { 'retry-after': '3600' }), json({ a: 1 }));
    const call = send(REQUEST, { fetch, timeout: Infinity });
    await vi.advanceTimersByTimeAsync(3_700_000);
    await expect(call).resolves.toEqual({ a: 1 });
  });

  it('says how long to wait where that is longer than it may take', async () => {
    const { fetch, asked } = fakeFetch(json({}, 429, { 'retry-after': '60' }));
    const { result, waited } = await outcomeOf(send(REQUEST, { fetch, timeout: 10_000 }));
    expect(result).toBeInstanceOf(RateLimitedError);
    expect([asked.length, waited < 100]).toEqual([1, true]);
  });
});
