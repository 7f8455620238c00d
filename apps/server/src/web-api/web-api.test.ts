import { beforeEach, expect, test } from 'vitest';
import { Failure } from '../http/failure.ts';
import { openTestServer, sqlite } from '../testing/test-server.ts';
import type { EndpointHandler } from './endpoint-handler.ts';
import { loadHandlers } from './handlers.ts';
import { WebApi } from './web-api.ts';

let api: WebApi;
let key: string;
let made: number;

beforeEach(async () => {
  const server = await openTestServer(sqlite());
  api = new WebApi(server.store);
  key = server.key;
  made = 0;
});

const PATH = '/API/API_GetConsoleIDs.php';
const real = (await loadHandlers()).find(({ endpoint }) => endpoint.path === PATH) ?? expect.fail();
const handler: EndpointHandler = {
  ...real,
  answer: async (...asked) => {
    made += 1;
    if (made === 1) throw new Error('the first one fails');
    return real.answer(...asked);
  },
};

function ask(url = PATH) {
  return api.answer(handler, { url, headers: { 'x-api-key': key }, query: () => ({}) });
}

test('what is asked for by many at once is made once, and a failure is not kept', async () => {
  const failed = await Promise.allSettled([ask(), ask(), ask()]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(made).toBe(1);
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers.map(({ body }) => body.toString())).toEqual(['[]', '[]', '[]']);
  expect(made).toBe(2);
});

test('what differs in its address is made for each', async () => {
  await Promise.allSettled([ask(), ask(`${PATH}?a=0`)]);
  expect(made).toBe(2);
});

test('a refusal is not kept, whether the key is known or not', async () => {
  let read = 0;
  const refused = (headers: Record<string, string>) => {
    const query = () => {
      read += 1;
      return { a: 'x' };
    };
    return api.answer(handler, { url: PATH, headers, query });
  };
  for (const headers of [{}, {}, { 'x-api-key': key }, { 'x-api-key': key }, { 'x-api-key': key }]) {
    await expect(refused(headers)).rejects.toThrow(Failure);
  }
  expect(read).toBe(5);
});
