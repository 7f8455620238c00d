import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../endpoint.ts';
import { requestOf } from './request.ts';

const ENDPOINT: Endpoint = {
  name: 'GetAnything',
  letters: { gameId: 'i', gameIds: 'g', hardcore: 'h', count: 'c', offset: 'o', type: 't', official: 'f' },
  values: { type: { 'high-scores': 0, 'latest-masters': 1 }, official: { false: 5, true: 3 } },
  casts: { __proto__: null },
};
const SCOTT = { username: 'Scott', webApiKey: 'the key' };
const LAUREL = { ...SCOTT, baseUrl: 'http://127.0.0.1:8080' };

describe('a request', () => {
  it('goes to the public service by default, with the key where that takes it', () => {
    const { url, headers } = requestOf(ENDPOINT, SCOTT, { gameId: 1 });
    expect(url).toBe('https://retroachievements.org/API/API_GetAnything.php?z=Scott&y=the%20key&i=1');
    expect(headers).toEqual({});
  });

  it('goes to any other server with the key in a header', () => {
    const { url, headers } = requestOf(ENDPOINT, LAUREL, { gameId: 1 });
    expect(url).toBe('http://127.0.0.1:8080/API/API_GetAnything.php?i=1');
    expect(headers).toEqual({ 'X-API-Key': 'the key' });
  });

  it('has the key where it is told to', () => {
    expect(requestOf(ENDPOINT, { ...LAUREL, keyIn: 'query' }, {}).url).toMatch(/\?z=Scott&y=the%20key$/);
    const { url, headers } = requestOf(ENDPOINT, { ...SCOTT, keyIn: 'header' }, {});
    expect(url).not.toContain('key');
    expect(headers).toEqual({ 'X-API-Key': 'the key' });
  });

  it.each(['https://example.org/laurel', 'https://example.org/laurel/', 'https://example.org/laurel//'])(
    'goes below the path of %s',
    (baseUrl) => {
      expect(requestOf(ENDPOINT, { ...SCOTT, baseUrl }, {}).url).toMatch(
        /^https:\/\/example\.org\/laurel\/API\/API_GetAnything\.php/,
      );
    },
  );

  it.each([
    [{ gameId: '7' }, 'i=7'],
    [{ gameIds: [1, '2', 3] }, 'g=1%2C2%2C3'],
    [{ hardcore: true }, 'h=1'],
    [{ hardcore: false }, 'h=0'],
    [{ hardcore: undefined, count: undefined }, ''],
    [{ count: 0, offset: 0 }, ''],
    [{ count: 5, offset: 10 }, 'c=5&o=10'],
    [{ type: 'latest-masters', official: false }, 't=1&f=5'],
    [{ type: 'high-scores', official: true }, 'f=3'],
    [{ type: undefined, official: undefined }, ''],
    [{ unknown: 1 }, ''],
  ])('with %j asks for %j', (payload, query) => {
    expect(new URL(requestOf(ENDPOINT, LAUREL, payload).url).search).toBe(query && `?${query}`);
  });

  it('carries further headers', () => {
    const authorization = { ...LAUREL, headers: { 'User-Agent': 'my-app/1.0' } };
    expect(requestOf(ENDPOINT, authorization, {}).headers).toEqual({
      'User-Agent': 'my-app/1.0',
      'X-API-Key': 'the key',
    });
  });
});
