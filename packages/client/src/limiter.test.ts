import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildAuthorization, createLimiter, getUserProgress } from './index.ts';
import { fakeFetch, json } from './testing/fake-fetch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a limiter', () => {
  it('lets no more in at once than it may, loses none, and keeps their order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.nat(50), { maxLength: 30 }),
        async (concurrency, lengths) => {
          const limiter = createLimiter({ concurrency });
          const started: number[] = [];
          let under = 0;
          const calls = lengths.map(async (length, index) => {
            const release = await limiter();
            started.push(index);
            under += 1;
            expect(under).toBeLessThanOrEqual(concurrency);
            await new Promise((resolve) => setTimeout(resolve, length));
            under -= 1;
            release();
          });
          await vi.runAllTimersAsync();
          await Promise.all(calls);
          expect(started).toEqual(lengths.map((_, index) => index));
        },
      ),
    );
  });

  it('starts so many in a second, evenly', async () => {
    const limiter = createLimiter({ perSecond: 4 });
    const began = performance.now();
    const starts = Promise.all(
      Array.from({ length: 5 }, async () => {
        (await limiter())();
        return Math.round((performance.now() - began) / 10) * 10;
      }),
    );
    await vi.runAllTimersAsync();
    expect(await starts).toEqual([0, 250, 500, 750, 1000]);
  });

  it('does not make up for time in which nobody came', async () => {
    const limiter = createLimiter({ perSecond: 1 });
    (await limiter())();
    await vi.advanceTimersByTimeAsync(60_000);
    const began = performance.now();
    const two = [limiter(), limiter()];
    await vi.runAllTimersAsync();
    await Promise.all(two);
    expect(Math.round(performance.now() - began)).toBe(1_000);
  });

  it.each([{ concurrency: 1 }, { concurrency: 1, perSecond: 1 }])(
    'with %j forgets who gives up, and lets the next in',
    async (limits) => {
      const limiter = createLimiter(limits);
      const release = await limiter();
      const controller = new AbortController();
      const reason = new Error('no longer');
      const givesUp = limiter(controller.signal);
      const waits = limiter();
      if ('perSecond' in limits) release();
      controller.abort(reason);
      await expect(givesUp).rejects.toBe(reason);
      if (!('perSecond' in limits)) release();
      await vi.runAllTimersAsync();
      (await waits)();
      await expect(limiter(controller.signal)).rejects.toBe(reason);
    },
  );
});

describe('calls that share a limiter', () => {
  it('do not use up their timeout while they wait for it', async () => {
    const { fetch, asked } = fakeFetch(json({}));
    const limiter = createLimiter({ perSecond: 1 });
    const authorization = buildAuthorization({
      username: 'a',
      webApiKey: 'b',
      fetch,
      limiter,
      timeout: 1_500,
    });
    const calls = Array.from({ length: 10 }, () =>
      getUserProgress(authorization, { username: 'a', gameIds: [1] }),
    );
    await vi.runAllTimersAsync();
    await Promise.all(calls);
    expect(asked).toHaveLength(10);
  });

  it('give their place back when they fail', async () => {
    const { fetch, asked } = fakeFetch(json({}, 404));
    const authorization = buildAuthorization({
      username: 'a',
      webApiKey: 'b',
      fetch,
      limiter: createLimiter({ concurrency: 1 }),
    });
    for (let call = 0; call < 3; call += 1) {
      const answer = getUserProgress(authorization, { username: 'a', gameIds: [1] });
      await expect(answer).rejects.toThrow();
    }
    expect(asked).toHaveLength(3);
  });
});
