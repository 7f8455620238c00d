import { getAchievementDistribution } from '@laurel/contract/web-api/get-achievement-distribution';
import { getAchievementUnlocks } from '@laurel/contract/web-api/get-achievement-unlocks';
import { getUserCompletionProgress } from '@laurel/contract/web-api/get-user-completion-progress';
import { getUserProgress } from '@laurel/contract/web-api/get-user-progress';
import type { Load } from '../load/load.ts';
import type { PreparedWorld } from '../prepare.ts';
import type { Server } from '../servers/laurel.ts';
import { between, type Chance, chanceOf } from '../world/chance.ts';
import { usernameOf } from '../world/names.ts';
import { CHANCE, heaviestPlayer, type World } from '../world/world.ts';

/** How an endpoint is asked: always for the same, for the same with an `If-None-Match` that matches, or each time for something else. */
export const WAYS = ['hot', 'unchanged', 'drawn'] as const;
export type Way = (typeof WAYS)[number];

/** One row of the table: an endpoint, and how it is asked. */
export interface Row {
  readonly endpoint: string;
  readonly way: Way;
  /** A path to ask for: the same each time, or a new one. */
  readonly path: (world: World, chance: Chance) => string;
}

/** From so many paths the requests of a row are drawn: far more than any cache holds. */
const PREDRAWN = 100_000;

interface Asked {
  readonly endpoint: { readonly name: string; readonly path: string };
  /** The same answer in worlds of any size: about the largest game, or the player with the most games. */
  readonly hot: (world: World) => string;
  /** About anything, every achievement, game and player as likely as every other. */
  readonly drawn: (world: World, chance: Chance) => string;
}

const ASKED: readonly Asked[] = [
  {
    endpoint: getAchievementUnlocks,
    hot: () => 'a=1',
    drawn: (world, chance) => `a=${between(chance, 1, world.achievements)}`,
  },
  {
    endpoint: getUserProgress,
    hot: (world) => `u=${usernameOf(heaviestPlayer(world))}&i=1,2,3`,
    drawn: (world, chance) =>
      `u=${drawnUser(world, chance)}&i=${[1, 2, 3].map(() => drawnGame(world, chance))}`,
  },
  {
    endpoint: getUserCompletionProgress,
    hot: (world) => `u=${usernameOf(heaviestPlayer(world))}`,
    drawn: (world, chance) => `u=${drawnUser(world, chance)}`,
  },
  {
    endpoint: getAchievementDistribution,
    hot: () => 'i=1',
    drawn: (world, chance) => `i=${drawnGame(world, chance)}`,
  },
];

export const ROWS: readonly Row[] = ASKED.flatMap(({ endpoint, hot, drawn }) =>
  WAYS.map((way) => {
    const query = way === 'drawn' ? drawn : hot;
    return {
      endpoint: endpoint.name,
      way,
      path: (world: World, chance: Chance) => `${endpoint.path}?${query(world, chance)}`,
    };
  }),
);

/** What a row asks a server for. */
export async function requestsOf(
  row: Row,
  { world, key }: PreparedWorld,
  server: Server,
): Promise<Pick<Load, 'paths' | 'order' | 'headers'>> {
  const headers = { 'x-api-key': key };
  const chance = chanceOf(CHANCE.request, ROWS.indexOf(row));
  if (row.way === 'drawn') {
    const paths = Array.from({ length: PREDRAWN }, () => row.path(world, chance));
    return { paths, order: 'drawn', headers };
  }
  const hot = { paths: [row.path(world, chance)], order: 'listed' } as const;
  if (row.way === 'hot') return { ...hot, headers };
  const response = await fetch(`${server.address}${hot.paths[0]}`, { headers });
  await response.arrayBuffer();
  return { ...hot, headers: { ...headers, 'if-none-match': response.headers.get('etag') ?? '' } };
}

function drawnUser(world: World, chance: Chance): string {
  return usernameOf(between(chance, 1, world.players));
}

function drawnGame(world: World, chance: Chance): number {
  return between(chance, 1, world.games);
}
