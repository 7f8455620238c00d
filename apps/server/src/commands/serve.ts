import { once } from 'node:events';
import { type RunningServer, startServer } from '../server.ts';
import { type LocationOptions, readSettings, SettingRefused } from '../settings.ts';

export interface ServeOptions extends LocationOptions {
  readonly host?: string;
  readonly port?: string;
}

/** Serves until it is told to stop (Ctrl-C, SIGTERM). */
export async function serve(options: ServeOptions): Promise<void> {
  const server = await startServer(readSettings(withOptions(options), options));
  console.log(`Laurel is at ${server.address}  (the reference: ${server.address}/docs)`);
  if (await server.store.isEmpty()) console.log('It is empty. Load the demo world with: laurel demo');
  if (server.firstAccountAt !== undefined) {
    console.log(`There is no account yet. Make the first one at ${server.firstAccountAt}`);
  }
  await untilStopped(server);
}

/** Serves until a signal comes, then lets the requests that are under way end. */
export async function untilStopped(server: RunningServer): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.stop();
}

function withOptions({ host, port }: ServeOptions): NodeJS.ProcessEnv {
  if (port !== undefined && !/^\d+$/.test(port)) {
    throw new SettingRefused(`--port should be a whole number from 0 to 65535, not "${port}".`);
  }
  return { ...process.env, ...(host && { LAUREL_HOST: host }), ...(port && { LAUREL_PORT: port }) };
}
