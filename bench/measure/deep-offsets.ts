import { getAchievementUnlocks } from '@laurel/contract/web-api/get-achievement-unlocks';
import { getUserCompletionProgress } from '@laurel/contract/web-api/get-user-completion-progress';
import type { PreparedWorld } from '../prepare.ts';
import { serveLaurel } from '../servers/laurel.ts';
import { usernameOf } from '../world/names.ts';
import { heaviestPlayer, type World } from '../world/world.ts';
import {
  inTurns,
  medianRatio,
  medianTime,
  processorOfOne,
  type RoundOptions,
  speedOf,
  takeTurn,
} from './turns.ts';

/** Few requests at once, so that the time to an answer is the time that the answer takes. */
const CONNECTIONS = 2;

/** A list that is read at its beginning and deep inside. */
interface DeepList {
  readonly endpoint: string;
  readonly path: (world: World) => string;
  /** The field of an answer that says how long the list is. */
  readonly total: string;
  /** Where it is read beside its beginning: offsets by the length of the list. */
  readonly places: Readonly<Record<string, (total: number) => number>>;
}

/** The rows of a page, where a request does not say how many. */
const PROGRESS_PAGE = 100;

const LISTS: readonly DeepList[] = [
  {
    endpoint: getAchievementUnlocks.name,
    // The first achievement of the largest game has the most unlocks.
    path: () => `${getAchievementUnlocks.path}?a=1`,
    total: 'UnlocksCount',
    places: { '50 %': (total) => Math.floor(total * 0.5), '90 %': (total) => Math.floor(total * 0.9) },
  },
  {
    endpoint: getUserCompletionProgress.name,
    path: (world) => `${getUserCompletionProgress.path}?u=${usernameOf(heaviestPlayer(world))}`,
    total: 'Total',
    // Full pages, as the first one is.
    places: {
      middle: (total) => Math.max(Math.floor((total - PROGRESS_PAGE) / 2), 0),
      last: (total) => Math.max(total - PROGRESS_PAGE, 0),
    },
  },
];

/** A place in a list, against offset 0. */
export interface DeepResult {
  readonly endpoint: string;
  /** Of the world. */
  readonly unlocks: number;
  readonly place: string;
  readonly offset: number;
  /** The median of the times to an answer at two connections, in milliseconds: at offset 0, and here. */
  readonly first: number;
  readonly here: number;
  /** The median of the rounds. */
  readonly ratio: number;
  /** By processor time: the median of the rounds. */
  readonly processorRatio: number;
}

/** Measures deep pages of the longest lists of a world against the first page, in turns, never twice the same request. */
export async function measureDeepOffsets(
  prepared: PreparedWorld,
  options: RoundOptions,
): Promise<DeepResult[]> {
  const server = await serveLaurel(prepared.location);
  const headers = { 'x-api-key': prepared.key };
  try {
    const results: DeepResult[] = [];
    for (const list of LISTS) {
      console.error(`${list.endpoint}, deep offsets in ${prepared.world.unlocks} unlocks …`);
      const path = list.path(prepared.world);
      const response = await fetch(`${server.address}${path}`, { headers });
      const total = Number(((await response.json()) as Record<string, unknown>)[list.total]);
      const places = Object.entries(list.places).map(([name, offset]) => ({ name, offset: offset(total) }));
      const readAt = (offset: number) => () => {
        const load = { paths: [`${path}&o=${offset}`], order: 'drawn', headers } as const;
        return takeTurn(server, { ...load, connections: CONNECTIONS, seconds: options.seconds });
      };
      const [first, ...deep] = await inTurns(options.rounds, [
        readAt(0),
        ...places.map(({ offset }) => readAt(offset)),
      ]);
      for (const [index, turns] of deep.entries()) {
        results.push({
          endpoint: list.endpoint,
          unlocks: prepared.world.unlocks,
          place: places[index]?.name ?? '',
          offset: places[index]?.offset ?? 0,
          first: speedOf(first).p50,
          here: speedOf(turns).p50,
          ratio: medianRatio(turns.map(medianTime), first.map(medianTime)),
          processorRatio: medianRatio(turns.map(processorOfOne), first.map(processorOfOne)),
        });
      }
    }
    return results;
  } finally {
    await server.stop();
  }
}
