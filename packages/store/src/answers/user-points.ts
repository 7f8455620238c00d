import type { Session } from '../engine/engine.ts';
import { findPlayer, type PlayerIdentifier } from '../players.ts';

export interface UserPoints {
  readonly hardcore: number;
  readonly softcore: number;
}

/** The points of a player, or undefined where there is none. */
export async function userPoints(
  session: Session,
  identifier: PlayerIdentifier,
): Promise<UserPoints | undefined> {
  const player = await findPlayer(session, identifier);
  return player && { hardcore: player.pointsHardcore, softcore: player.pointsSoftcore };
}
