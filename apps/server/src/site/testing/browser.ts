import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { App } from '../../app.ts';
import { hashPassword } from '../../secrets/passwords.ts';
import type { TestServer } from '../../testing/test-server.ts';

export const PASSWORD = 'correct horse battery';

/** One browser, on a page of the server itself: it keeps its cookie, and says where it comes from. */
export interface Browser {
  /** The token of the session that it has; undefined when it has none. */
  readonly token: string | undefined;
  get(url: string, headers?: Headers): Promise<LightMyRequestResponse>;
  post(url: string, body?: object, headers?: Headers): Promise<LightMyRequestResponse>;
  delete(url: string): Promise<LightMyRequestResponse>;
  signIn(username: string, password?: string): Promise<LightMyRequestResponse>;
}

type Headers = Readonly<Record<string, string>>;

export function browserAt(app: App): Browser {
  let token: string | undefined;

  async function send(request: InjectOptions): Promise<LightMyRequestResponse> {
    const cookie = token === undefined ? {} : { cookie: `laurel_session=${token}` };
    const answer = await app.fastify.inject({ ...request, headers: { ...cookie, ...request.headers } });
    const [, set] = /^laurel_session=(\w*);/.exec(String(answer.headers['set-cookie'])) ?? [];
    if (set !== undefined) token = set === '' ? undefined : set;
    return answer;
  }

  const post: Browser['post'] = (url, body = {}, headers = {}) =>
    send({ method: 'POST', url, payload: JSON.stringify(body), headers: { ...OWN_PAGE, ...headers } });

  return {
    get token() {
      return token;
    },
    get: (url, headers = {}) => send({ url, headers }),
    post,
    delete: (url) => send({ method: 'DELETE', url, headers: OWN_PAGE }),
    signIn: (username, password = PASSWORD) => post('/site/sign-in', { username, password }),
  };
}

/** What a browser sends with a request of a page of the server itself. */
export const OWN_PAGE = { origin: 'http://localhost:80', 'content-type': 'application/json' };

const passwordHash = hashPassword(PASSWORD);

/** Makes accounts with {@link PASSWORD}. */
export async function makeAccounts({ store }: TestServer, ...usernames: string[]): Promise<void> {
  for (const username of usernames) {
    await store.createAccount({ username, passwordHash: await passwordHash, admin: false, now: 0 });
  }
}
