import { describe, expect, it } from 'vitest';
import { buildAuthorization, createCache, getUserProgress } from './index.ts';
import type { Fetch } from './options.ts';
import { json } from './testing/fake-fetch.ts';

/** A server with one answer for every address, which has a version. */
function versioned() {
  const server = { version: 1, statuses: [] as number[] };
  const fetch: Fetch = async (_, { headers }) => {
    const etag = `"${server.version}"`;
    const isSame = headers['If-None-Match'] === etag;
    server.statuses.push(isSame ? 304 : 200);
    return isSame ? json('', 304) : json({ 1: { NumAchieved: server.version } }, 200, { etag });
  };
  return { server, fetch };
}

describe('a cache', () => {
  const ask = (fetch: Fetch, cache: ReturnType<typeof createCache>, gameIds: number[]) =>
    getUserProgress(buildAuthorization({ username: 'a', webApiKey: 'b', fetch, cache }), {
      username: 'a',
      gameIds,
    });

  it('asks whether an answer still stands, and gives it again if so', async () => {
    const { server, fetch } = versioned();
    const cache = createCache();
    const first = await ask(fetch, cache, [1]);
    expect(await ask(fetch, cache, [1])).toEqual(first);
    server.version = 2;
    expect(await ask(fetch, cache, [1])).toEqual({ 1: { numAchieved: 2 } });
    expect(server.statuses).toEqual([200, 304, 200]);
  });

  it('gives each caller an answer of their own', async () => {
    const { fetch } = versioned();
    const cache = createCache();
    const first = await ask(fetch, cache, [1]);
    for (const progress of Object.values(first)) progress.numAchieved = 99;
    expect(await ask(fetch, cache, [1])).toEqual({ 1: { numAchieved: 1 } });
  });

  it('keeps so many answers: those that were asked for last', async () => {
    const { server, fetch } = versioned();
    const cache = createCache({ entries: 2 });
    for (const gameId of [1, 2, 1, 3, 1, 2]) await ask(fetch, cache, [gameId]);
    expect(server.statuses).toEqual([200, 200, 304, 200, 304, 200]);
  });

  it('keeps no failure, and nothing that has no ETag', async () => {
    const cache = createCache();
    const asked: (string | undefined)[] = [];
    const answering =
      (status: number, headers = {}): Fetch =>
      async (_, init) => {
        asked.push(init.headers['If-None-Match']);
        return json({}, status, headers);
      };
    await expect(ask(answering(404, { etag: '"1"' }), cache, [1])).rejects.toThrow();
    await ask(answering(200), cache, [1]);
    await ask(answering(200), cache, [1]);
    expect(asked).toEqual([undefined, undefined, undefined]);
  });
});
