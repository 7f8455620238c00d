import { styleText } from 'node:util';
import { now } from '../clock.ts';
import { newSecret, secretHash } from '../secrets/secrets.ts';
import { startServer } from '../server.ts';
import { type LocationOptions, readSettings } from '../settings.ts';
import { loadDemo } from './demo.ts';
import { untilStopped } from './serve.ts';

/** The whole set-up: the demo world on first run, a server, a key, and a request to try. */
export async function start(options: LocationOptions): Promise<void> {
  const server = await startServer(readSettings(process.env, options));
  if (await server.store.isEmpty()) await loadDemo(server.store);
  const key = newSecret();
  await server.store.saveApiKey({ hash: secretHash(key), name: 'npm start', now: now() });

  const { address, firstAccountAt } = server;
  console.log(`
  ${styleText('bold', 'Laurel is running.')}

  Address    ${address}
  Reference  ${address}/docs
  Key        ${key}

  Try it:
  curl '${address}/API/API_GetUserProgress.php?u=MaxMilyin&i=1,2,3&y=${key}'

${firstAccountAt ? `  Play: make your account at\n  ${firstAccountAt}\n\n` : ''}  Stop with Ctrl-C.
`);
  await untilStopped(server);
}
