import { expect, it } from 'vitest';
import { buildAuthorization, getUserProgress } from './index.ts';
import { fakeFetch, json } from './testing/fake-fetch.ts';

it('says what is missing where validate is asked for and was not imported', async () => {
  const { fetch } = fakeFetch(json({}));
  const authorization = buildAuthorization({ username: 'a', webApiKey: 'b', fetch, validate: true });
  const answer = getUserProgress(authorization, { username: 'a', gameIds: [1] });
  await expect(answer).rejects.toThrow("import '@laurel/client/validate'");
});
