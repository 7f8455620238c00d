import { expect, test } from 'vitest';
import { type AcceptedKey, ApiKeys } from './api-keys.ts';
import { authenticate } from './authenticate.ts';

const knownKey: AcceptedKey = { use: () => true };
const expiredKey: AcceptedKey = { use: () => false };

/** What is asked with, where KEY and EXPIRED are known. */
function moment({ isApiKey = false } = {}) {
  return {
    keys: new ApiKeys(),
    known: new Map([
      ['KEY', knownKey],
      ['EXPIRED', expiredKey],
    ]),
    state: { isApiKey: async () => isApiKey },
    now: 1_700_000_000,
  };
}

test.each([
  { way: 'as X-API-Key', query: {}, headers: { 'x-api-key': 'KEY' } },
  { way: 'as y', query: { y: 'KEY' }, headers: {} },
])('gives a key that is known at once, when it is sent $way alone', ({ query, headers }) => {
  expect(authenticate(query, headers, moment())).toBe(knownKey);
});

test.each([
  { way: 'as a bearer', query: {}, headers: { authorization: 'Bearer KEY' } },
  { way: 'twice', query: { y: 'KEY' }, headers: { 'x-api-key': 'KEY' } },
  { way: 'in a list', query: { y: ['KEY', 'KEY'] }, headers: {} },
])('gives a key that is known, sent $way', async ({ query, headers }) => {
  expect(await authenticate(query, headers, moment())).toBe(knownKey);
});

test.each([
  { what: 'no key', query: {}, headers: {}, error: 'unauthorized' },
  { what: 'an empty key', query: {}, headers: { 'x-api-key': '' }, error: 'unauthorized' },
  { what: 'a key that is none', query: {}, headers: { 'x-api-key': 'OTHER' }, error: 'unauthorized' },
  {
    what: 'a known key that has expired',
    query: {},
    headers: { 'x-api-key': 'EXPIRED' },
    error: 'unauthorized',
  },
  { what: 'another y', query: { y: 'OTHER' }, headers: { 'x-api-key': 'KEY' }, error: 'keys_disagree' },
  {
    what: 'another bearer',
    query: {},
    headers: { 'x-api-key': 'KEY', authorization: 'Bearer OTHER' },
    error: 'keys_disagree',
  },
])('rejects $what, and never throws at once', async ({ query, headers, error }) => {
  const accepted = authenticate(query, headers, moment());
  await expect(accepted).rejects.toMatchObject({ error });
});

test('knows what was found in the store the next time', async () => {
  const at = moment({ isApiKey: true });
  const found = await authenticate({}, { 'x-api-key': 'NEW' }, at);
  expect(authenticate({}, { 'x-api-key': 'NEW' }, at)).toBe(found);
});
