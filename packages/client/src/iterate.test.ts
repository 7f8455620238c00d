import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iterate, type List, type Paging } from './iterate.ts';

interface Page {
  readonly ids: readonly number[];
  readonly total: number;
}

interface Served extends List<Page, number> {
  /** The offsets that were asked for. */
  readonly offsets: number[];
  /** Aborted once the list is not read any more. */
  signal?: AbortSignal;
}

/** A list of ids that a server gives page by page, at most `cap` at once. @param change what happens before each page */
function served(
  ids: number[],
  {
    max = 500,
    cap = 500,
    change = () => {},
  }: { max?: number; cap?: number; change?: (page: number) => void } = {},
): Served {
  const offsets: number[] = [];
  const list: Served = {
    endpoint: 'GetIds',
    offsets,
    max,
    entries: (page) => page.ids,
    total: (page) => page.total,
    identity: (id) => id,
    read: async ({ offset, count }, signal) => {
      list.signal = signal;
      await Promise.resolve();
      signal.throwIfAborted();
      change(offsets.push(offset));
      return { ids: ids.slice(offset, offset + Math.min(count, cap)), total: ids.length };
    },
  };
  return list;
}

const numbers = (length: number, from = 0) => Array.from({ length }, (_, index) => from + index);

async function all(list: List<Page, number>, paging: Paging = {}): Promise<number[]> {
  const given: number[] = [];
  for await (const id of iterate(list, paging, undefined)) given.push(id);
  return given;
}

describe('a list', () => {
  it('that does not change is read as it is, whatever the size of its pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.integer({ min: 1, max: 70 }),
        fc.nat(70),
        async (length, pageSize, offset) => {
          const list = served(numbers(length));
          expect(await all(list, { pageSize, offset })).toEqual(numbers(length).slice(offset));
          // One request more than pages at most: to see that a full page was the last.
          expect(list.offsets.length).toBeLessThanOrEqual(
            Math.floor(Math.max(length - offset, 0) / pageSize) + 1,
          );
        },
      ),
    );
  });

  it('that grows at its head gives nothing twice, and loses nothing that was there', async () => {
    const growth = fc.array(fc.nat(12), { maxLength: 15 });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.integer({ min: 1, max: 20 }),
        growth,
        async (length, pageSize, growing) => {
          const ids = numbers(length);
          let next = length;
          const change = (page: number) => {
            for (const _ of numbers(growing[page - 2] ?? 0)) ids.unshift(next++);
          };
          const given = await all(served(ids, { change }), { pageSize });
          expect(new Set(given).size).toBe(given.length);
          expect(given).toEqual(expect.arrayContaining(numbers(length)));
        },
      ),
    );
  });

  it('whose entries move to the head loses none of them', async () => {
    const moves = fc.array(fc.nat(59), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 10, max: 30 }), moves, async (pageSize, moving) => {
        const ids = numbers(60);
        const change = (page: number) => {
          const from = ids.indexOf(moving[page - 2] ?? -1);
          if (from >= 0) ids.unshift(...ids.splice(from, 1));
        };
        const given = await all(served(ids, { change }), { pageSize });
        expect(given.toSorted((a, b) => a - b)).toEqual(numbers(60));
      }),
    );
  });

  it('is read to its end where the server gives less at once than it is asked for', async () => {
    expect(await all(served(numbers(95), { cap: 10 }), { pageSize: 50 })).toEqual(numbers(95));
  });

  it('is asked for no more at once than the server gives', async () => {
    expect(await all(served(numbers(30), { max: 10 }), { pageSize: 1_000 })).toEqual(numbers(30));
  });

  it('ends where the server gives the same page again and again', async () => {
    const list = served(numbers(100));
    const stuck = { ...list, read: async () => ({ ids: numbers(10), total: 100 }) };
    expect(await all(stuck, { pageSize: 10 })).toEqual(numbers(10));
  });
});

describe('reading a list', () => {
  it('asks for the next page while this one is in use, and for no other', async () => {
    const list = served(numbers(100));
    const reading = iterate(list, { pageSize: 10 }, undefined);
    expect(list.offsets).toEqual([]);
    for (const _ of numbers(10)) await reading.next();
    await new Promise(setImmediate);
    expect(list.offsets).toEqual([0, 10]);
    await reading.return();
  });

  it('may end early: what is under way is stopped', async () => {
    const list = served(numbers(100));
    for await (const id of iterate(list, { pageSize: 10 }, undefined)) if (id === 12) break;
    expect(list.signal?.aborted).toBe(true);
    await new Promise(setImmediate);
    expect(list.offsets.length).toBeLessThanOrEqual(3);
  });

  it('gives what came before an error, and then the error', async () => {
    const list = served(numbers(100), {
      change: (page) => {
        if (page === 3) throw new Error('no third page');
      },
    });
    const given: number[] = [];
    const read = async () => {
      for await (const id of iterate(list, { pageSize: 10 }, undefined)) given.push(id);
    };
    await expect(read()).rejects.toThrow('no third page');
    expect(given).toEqual(numbers(20));
  });

  it('ends with its signal', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const read = async () => {
      for await (const id of iterate(served(numbers(100)), { pageSize: 10 }, controller.signal))
        if (id === 5) controller.abort(reason);
    };
    await expect(read()).rejects.toBe(reason);
    const aborted = iterate(served(numbers(10)), {}, controller.signal);
    await expect(aborted.next()).rejects.toBe(reason);
  });
});
