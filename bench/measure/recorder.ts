import { copyOf, type PreparedWorld } from '../prepare.ts';
import { makeTokens } from '../servers/access.ts';
import { type Server, serveLaurel } from '../servers/laurel.ts';
import type { Worlds } from '../worlds.ts';
import { type NewUnlock, newUnlocks, unlockingPlayers, unlockPath } from './new-unlocks.ts';

/** A server, and unlocks that it does not have yet. */
export interface Recorder {
  readonly server: Server;
  readonly unlocks: Generator<NewUnlock, undefined>;
  /** The request that records one. */
  readonly pathOf: (unlock: NewUnlock) => string;
}

/** Laurel on a copy of a world. */
export interface LaurelRecorder extends Recorder {
  readonly copy: PreparedWorld;
  /** A folder that is gone with it. */
  readonly scratch: string;
}

/** Works with a Laurel that may be written to, at which those who unlock are signed in. */
export async function withRecorder<Result>(
  worlds: Worlds,
  prepared: PreparedWorld,
  work: (recorder: LaurelRecorder) => Promise<Result>,
): Promise<Result> {
  return worlds.withScratch(async (scratch) => {
    const copy = await copyOf(prepared, scratch);
    const players = unlockingPlayers(copy.world);
    const tokens = await makeTokens(copy.location, players);
    const server = await serveLaurel(copy.location);
    try {
      return await work({
        server,
        unlocks: newUnlocks(copy.world, players),
        pathOf: (unlock) => unlockPath(unlock, tokens),
        copy,
        scratch,
      });
    } finally {
      await server.stop();
    }
  });
}
