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
import { now } from '../clock.ts';
import type { Context } from '../context.ts';
import { FailureLimit } from '../limits/failure-limit.ts';
import { newSecret, secretHash } from '../secrets/secrets.ts';
import { FirstAccount } from '../setup/first-account.ts';

export { describeOnBothEngines, sqlite, type TestEngine };

/** The server on a store of its own, asked without a network. */
export interface TestServer {
  readonly app: App;
  /** A second one on the same store, as another process would be. */
  anotherApp(): Promise<App>;
  readonly store: TestStore;
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
}

/** A server on a store of its own on this engine, closed after the tests of the enclosing `describe`. */
export async function openTestServer(
  engine: TestEngine,
  { world = [], overrides = {}, ...options }: TestServerOptions = {},
): Promise<TestServer> {
  const store = await engine.openTestStore();
  await store.importWorld(world, now());
  const key = newSecret();
  await store.saveApiKey({ hash: secretHash(key), name: 'test', now: now() });
  const context: Context = {
    store: { ...store, ...overrides },
    now,
    data: '/nowhere',
    failedLogins: new FailureLimit(),
    firstAccount: await FirstAccount.of(store),
  };
  const anotherApp = () => buildApp(context, { ...OPTIONS, ...options });
  const app = await anotherApp();
  return {
    app,
    anotherApp,
    store,
    key,
    ask: (request) => app.fastify.inject(request),
    askWithKey: (url, request = {}) =>
      app.fastify.inject({ url, ...request, headers: { 'x-api-key': key, ...request.headers } }),
  };
}
