import { join } from 'node:path';
import type { PreparedWorld } from '../prepare.ts';
import { runLaurel, type Server, serveLaurel } from '../servers/laurel.ts';
import { usernameOf } from '../world/names.ts';
import { heaviestPlayer } from '../world/world.ts';

/** A page that is loaded, and who loads it. */
export interface Visit {
  readonly page: string;
  readonly url: string;
  /** Of who is signed in. */
  readonly cookie?: { readonly name: string; readonly value: string };
}

interface Visits extends AsyncDisposable {
  readonly all: readonly Visit[];
}

const ACCOUNT = { username: 'Bench', password: 'for the bench alone' };

/**
 * Starts the servers that have the pages: one with the world, and two in this folder, one of which has an account
 * and nothing else, and one nothing at all.
 */
export async function prepareVisits({ world, location }: PreparedWorld, folder: string): Promise<Visits> {
  const own = { data: join(folder, 'account') };
  await runLaurel(own, ['user', 'add', ACCOUNT.username, '--password-stdin'], `${ACCOUNT.password}\n`);
  const servers = await Promise.all(
    [location, own, { data: join(folder, 'nobody') }].map((place) => serveLaurel(place)),
  );
  const [full, small, empty] = servers.map(({ address }) => address);
  const username = usernameOf(heaviestPlayer(world));
  return {
    all: [
      { page: 'home', url: `${full}/` },
      { page: 'games', url: `${full}/games` },
      { page: 'game', url: `${full}/game/1` },
      { page: 'achievement', url: `${full}/achievement/1` },
      { page: 'player', url: `${full}/user/${username}` },
      { page: 'progress', url: `${full}/user/${username}/progress` },
      { page: 'docs', url: `${full}/docs` },
      { page: 'docs of an endpoint', url: `${full}/docs/GetUserProgress` },
      { page: 'sign in', url: `${full}/sign-in` },
      { page: 'account', url: `${small}/account`, cookie: await signIn(`${small}`) },
      { page: 'first account', url: `${empty}/welcome?code=none` },
    ],
    [Symbol.asyncDispose]: async () => {
      await Promise.all(servers.map((server: Server) => server.stop()));
    },
  };
}

async function signIn(address: string): Promise<{ name: string; value: string }> {
  const { status, headers } = await fetch(`${address}/site/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify(ACCOUNT),
  });
  const [, name, value] = /^([^=]+)=([^;]+)/.exec(headers.get('set-cookie') ?? '') ?? [];
  if (name === undefined || value === undefined) throw new Error(`signing in failed: HTTP ${status}`);
  return { name, value };
}
