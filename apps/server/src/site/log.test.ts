import { expect, test } from 'vitest';
import { serveLaurel, temporaryFolder } from '../testing/laurel.ts';

test('nothing that is secret is in the log, and every request is', async () => {
  using folder = temporaryFolder();
  await using server = await serveLaurel(['--data', folder.path], { env: { LAUREL_LOG_LEVEL: 'debug' } });
  const [, code = ''] = /\/welcome\?code=(\w+)/.exec(await server.waitFor(/code=\w+/)) ?? [];
  const [first, second] = ['correct horse battery', 'another password'];
  let cookie = '';

  async function ask(path: string, body?: object) {
    const headers = { cookie, origin: server.address, 'content-type': 'application/json' };
    const init = body && { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${server.address}${path}`, { headers, ...init });
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    expect(answer.status).toBeLessThan(500);
    return answer.json() as Promise<{ key?: string; token?: string; visitorKey?: { key: string } }>;
  }

  const { visitorKey } = await ask('/site/first-account', { code, username: 'Ada', password: first });
  const visitors = visitorKey?.key ?? '';
  const sessions = [cookie];
  await ask('/site/password', { current: first, next: second });
  await ask('/site/sign-in', { username: 'Ada', password: 'not her password' });
  await ask('/site/sign-in', { username: 'Ada', password: second });
  sessions.push(cookie);
  const { key = '' } = await ask('/site/keys', { name: 'phone' });
  const { token = '' } = await ask('/site/connect-token', {});
  for (const y of [key, visitors]) await ask(`/API/API_GetUserCompletionProgress.php?u=Ada&y=${y}`);
  await ask(`/dorequest.php?r=login2&u=Ada&t=${token}`);
  await ask('/site/sign-out-everywhere', {});

  const log = (await server.waitFor(/sign-out-everywhere.*request completed/s))
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .join('\n');
  expect(log.match(/"url":"\/site\//g)?.length).toBeGreaterThanOrEqual(7);
  const secrets = [
    ...[code, first, second, 'not her password', key, visitors, token],
    ...sessions.map((session) => session.split('=')[1] ?? ''),
  ];
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(10);
    expect(log).not.toContain(secret);
  }
});
