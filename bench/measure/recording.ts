import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreLocation } from '@laurel/store';
import type { PreparedWorld } from '../prepare.ts';
import { runLaurel, type Server, serveLaurel } from '../servers/laurel.ts';
import { usernameOf } from '../world/names.ts';
import type { Worlds } from '../worlds.ts';
import { bareRowsPerSecond } from './bare-sqlite.ts';
import { median } from './median.ts';
import { newUnlocks } from './new-unlocks.ts';
import { perSecond, type Speed, speedOf, type Turn, takeTurn } from './turns.ts';

/** Players who unlock at the same time, each over a connection of their own. */
const PLAYERS = 16;
/** Unlocks for each second of a turn: more than a server records. */
const UNLOCKS = 15_000;
const PASSWORD = 'only for the bench';

export interface RecordingResult {
  readonly laurel: Speed;
  /** Rows a second of bare SQLite on the same disk, one in each transaction, and 16. */
  readonly bareSingle: number;
  readonly bareBatched: number;
  /** Laurel to each of them: the median of the rounds. */
  readonly ratioToSingle: number;
  readonly ratioToBatched: number;
}

/** Measures unlocks through the Connect API, and bare SQLite, in turns, on a copy of the world. */
export async function measureRecording(
  worlds: Worlds,
  prepared: PreparedWorld,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<RecordingResult> {
  return worlds.withScratch(async (scratch) => {
    const { world } = prepared;
    const location = expendable(prepared.location, scratch);
    const players = Array.from({ length: PLAYERS }, (_, index) => index + 1);
    for (const player of players) {
      await runLaurel(location, ['user', 'add', usernameOf(player), '--password-stdin'], PASSWORD);
    }
    const server = await serveLaurel(location);
    const unlocks: Turn[] = [];
    const [single, batched]: [number[], number[]] = [[], []];
    try {
      const tokens = await Promise.all(players.map((player) => signIn(server, usernameOf(player))));
      const paths = newUnlocks(world, players, tokens);
      // Round 0 warms up, and does not count.
      for (let round = 0; round <= rounds; round += 1) {
        console.error(`recording, round ${round} of ${rounds} …`);
        const load = {
          paths: Array.from({ length: UNLOCKS * seconds }, () => paths.next().value ?? ''),
          headers: {},
          connections: PLAYERS,
          seconds,
        };
        const turn = await takeTurn(server, load);
        if (turn.requests > load.paths.length) throw new Error('the unlocks did not suffice');
        const bare = [1, PLAYERS].map((rows) => bareRowsPerSecond(scratch, rows, seconds));
        if (round === 0) continue;
        unlocks.push(turn);
        single.push(bare[0] ?? Number.NaN);
        batched.push(bare[1] ?? Number.NaN);
      }
    } finally {
      await server.stop();
    }
    await runLaurel(location, ['verify']);
    const ratios = (bare: readonly number[]) =>
      unlocks.map((turn, round) => perSecond(turn) / (bare[round] ?? Number.NaN));
    return {
      laurel: speedOf(unlocks),
      bareSingle: median(single),
      bareBatched: median(batched),
      ratioToSingle: median(ratios(single)),
      ratioToBatched: median(ratios(batched)),
    };
  });
}

/** A store that may be written to: of a kept data folder, a copy. */
function expendable(location: StoreLocation, scratch: string): StoreLocation {
  if (!('data' in location)) return location;
  const data = join(scratch, 'data');
  cpSync(location.data, data, { recursive: true });
  return { data };
}

async function signIn({ address }: Server, username: string): Promise<string> {
  const body = new URLSearchParams({ r: 'login2', u: username, p: PASSWORD });
  const response = await fetch(`${address}/dorequest.php`, { method: 'POST', body });
  const { Token } = (await response.json()) as { Token?: string };
  if (Token === undefined) throw new Error(`${username} could not sign in`);
  return Token;
}
