import { beforeAll, describe, expect, test } from 'vitest';
import { newSecret, secretHash } from '../secrets/secrets.ts';
import { endpoints, urlOf } from '../testing/endpoints.ts';
import { describeOnBothEngines, openTestServer, type TestServer } from '../testing/test-server.ts';
import { testWorld } from '../testing/test-world.ts';

const UNAUTHENTICATED = {
  message:
    'Unauthenticated. Send a valid web API key: as the parameter y, as X-API-Key, or as Authorization: Bearer.',
  errors: [{ status: '401', code: 'unauthorized', title: 'Unauthenticated.' }],
};
const KEYS_DISAGREE = {
  message: 'The request carries several web API keys that differ. Send the key once.',
  errors: [
    { status: '401', code: 'unauthorized', title: 'The request carries several web API keys that differ.' },
  ],
};

const OTHER = newSecret();

/** Where keys are put. `KEY` stands for the key, and `OTHER` for one that does not exist. */
interface Keys {
  readonly y?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

interface Way extends Keys {
  readonly way: string;
}

const refused: readonly Way[] = [
  { way: 'no key' },
  { way: 'an empty y', y: [''] },
  { way: 'an empty X-API-Key', headers: { 'x-api-key': '' } },
  { way: 'an empty bearer', headers: { authorization: 'Bearer ' } },
  { way: 'a wrong y', y: ['OTHER'] },
  { way: 'a wrong X-API-Key', headers: { 'x-api-key': 'OTHER' } },
  { way: 'a wrong bearer', headers: { authorization: 'Bearer OTHER' } },
  { way: 'a key with something behind it', y: ['KEYx'] },
  { way: 'a key with a blank before it', y: [' KEY'] },
  { way: 'a key with a NUL behind it', y: ['KEY\0'] },
  { way: 'the name of a key', y: ['test'] },
  { way: 'the key as another kind of authorization', headers: { authorization: 'Basic KEY' } },
  { way: 'several wrong ones that are equal', y: ['OTHER'], headers: { 'x-api-key': 'OTHER' } },
];

const accepted: readonly Way[] = [
  { way: 'y', y: ['KEY'] },
  { way: 'X-API-Key', headers: { 'x-api-key': 'KEY' } },
  { way: 'a bearer', headers: { authorization: 'Bearer KEY' } },
  { way: 'a bearer in another case', headers: { authorization: 'bearer KEY' } },
  { way: 'all three, equal', y: ['KEY'], headers: { 'x-api-key': 'KEY', authorization: 'Bearer KEY' } },
  { way: 'y twice, equal', y: ['KEY', 'KEY'] },
  { way: 'X-API-Key beside an empty y', y: [''], headers: { 'x-api-key': 'KEY' } },
  { way: 'y beside another kind of authorization', y: ['KEY'], headers: { authorization: 'Basic dTpw' } },
];

const disagreeing: readonly Way[] = [
  { way: 'y and X-API-Key', y: ['KEY'], headers: { 'x-api-key': 'OTHER' } },
  { way: 'y and a bearer', y: ['OTHER'], headers: { authorization: 'Bearer KEY' } },
  { way: 'X-API-Key and a bearer', headers: { 'x-api-key': 'KEY', authorization: 'Bearer OTHER' } },
  { way: 'y and y', y: ['KEY', 'OTHER'] },
];

describeOnBothEngines('keys', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine, { world: testWorld() });
  });

  const withKey = (text: string) => text.replaceAll('KEY', server.key).replaceAll('OTHER', OTHER);

  function ask(url: string, { y = [], headers = {} }: Keys) {
    const keys = y.map((key) => `&y=${encodeURIComponent(withKey(key))}`).join('');
    const entries = Object.entries(headers).map(([name, value]) => [name, withKey(value)]);
    return server.ask({ url: `${url}${keys}`, headers: Object.fromEntries(entries) });
  }

  describe.each(endpoints)('$name', (endpoint) => {
    test.each(refused)('refuses $way', async (way) => {
      const answer = await ask(urlOf(endpoint), way);
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toEqual(UNAUTHENTICATED);
    });

    test.each(accepted)('takes $way', async (way) => {
      const answer = await ask(urlOf(endpoint), way);
      expect([200, 404]).toContain(answer.statusCode);
    });

    test.each(disagreeing)('refuses keys that disagree: $way', async (way) => {
      const answer = await ask(urlOf(endpoint), way);
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toEqual(KEYS_DISAGREE);
    });

    test('looks at the key first: without one, a bad query is a 401', async () => {
      for (const query of ['?', '?a=x&u=!&i=x&c=x&o=x&h=x&f=x', '?u=%00']) {
        const answer = await ask(`${endpoint.path}${query}`, {});
        expect(answer.json()).toEqual(UNAUTHENTICATED);
      }
    });
  });

  test('a key that is revoked is a key no longer', async () => {
    const { store, ask: askServer } = await openTestServer(engine);
    const key = newSecret();
    await store.saveApiKey({ hash: secretHash(key), name: 'mine', now: 0 });
    const url = `/API/API_GetUserCompletionProgress.php?u=Nobody&y=${key}`;
    expect((await askServer(url)).statusCode).toBe(200);
    expect(await store.revokeApiKeys('mine')).toBe(1);
    expect((await askServer(url)).statusCode).toBe(401);
  });
});
