import type { Facts } from '../facts/facts-memory.ts';
import type { PlayerIdentifier } from '../players.ts';

export interface UserPoints {
  readonly hardcore: number;
  readonly softcore: number;
}

/** The points of a player, or undefined where there is none. */
export async function userPoints(
  facts: Facts,
  identifier: PlayerIdentifier,
): Promise<UserPoints | undefined> {
  const player = await facts.player(identifier);
  return player && { hardcore: player.pointsHardcore, softcore: player.pointsSoftcore };
}
