import type { WorldRecord } from '@laurel/domain';
import type { Store } from '@laurel/store';
import {
  describeOnBothEngines,
  sqlite,
  type TestEngine,
  type TestStore,
} from '@laurel/store/testing/both-engines';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { type App, type AppOptions, buildApp } from '../app.ts';
import { now as systemClock } from '../clock.ts';
import type { Context, Website } from '../context.ts';
import { FailureLimit } from '../limits/failure-limit.ts';
import { newSecret, secretHash } from '../secrets/secrets.ts';
import { FirstAccount } from '../setup/first-account.ts';
import { VisitorKeys } from '../site/visitor-keys.ts';

export { describeOnBothEngines, sqlite, type TestEngine };

/** The server on a store of its own, asked without a network. */
export interface TestServer {
  readonly app: App;
  /** A second one on the same store, as another process would be, with its own code of the first account. */
  anotherApp(): Promise<App & Pick<TestServer, 'firstAccountCode'>>;
  readonly store: TestStore;
  /** The code of the first account; undefined where there is one. */
  readonly firstAccountCode: string | undefined;
  /** A key of the Web API. */
  readonly key: string;
  ask(request: InjectOptions | string): Promise<LightMyRequestResponse>;
  /** Asks with the key. */
  askWithKey(url: string, request?: InjectOptions): Promise<LightMyRequestResponse>;
}

const OPTIONS: AppOptions = { rateLimit: 1_000_000, trustProxy: false, logLevel: 'silent' };

interface TestServerOptions extends Partial<AppOptions> {
  /** What is in the store; by default nothing. */
  readonly world?: Iterable<WorldRecord>;
  /** Functions of the store in place of its own. */
  readonly overrides?: Partial<Store>;
  /** The clock, in seconds since 1970; by default that of the system. */
  readonly now?: () => number;
  /** Who reads at the website, or that there is none; by default everybody does. */
  readonly site?: Website['readers'] | 'none';
}

/** A server on a store of its own on this engine, closed after the tests of the enclosing `describe`. */
export async function openTestServer(
  engine: TestEngine,
  { world = [], overrides = {}, now = systemClock, site = 'everybody', ...options }: TestServerOptions = {},
): Promise<TestServer> {
  const store = await engine.openTestStore();
  await store.importWorld(world, now());
  const key = newSecret();
  await store.saveApiKey({ hash: secretHash(key), name: 'test', now: now() });
  const contextOf = async (): Promise<Context> => ({
    store: { ...store, ...overrides },
    now,
    data: '/nowhere',
    failedLogins: new FailureLimit(),
    firstAccount: await FirstAccount.of(store),
    website: site === 'none' ? undefined : { visitorKeys: await VisitorKeys.of(store), readers: site },
  });
  const anotherApp = async () => {
    const context = await contextOf();
    const app = await buildApp(context, { ...OPTIONS, ...options });
    return { ...app, firstAccountCode: context.firstAccount.path?.split('=')[1] };
  };
  const { firstAccountCode, ...app } = await anotherApp();
  return {
    app,
    anotherApp,
    store,
    firstAccountCode,
    key,
    ask: (request) => app.fastify.inject(request),
    askWithKey: (url, request = {}) =>
      app.fastify.inject({ url, ...request, headers: { 'x-api-key': key, ...request.headers } }),
  };
}
