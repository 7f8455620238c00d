import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import type { PlayerIdentifier } from '../players.ts';
import { type LastGame, lastGame } from './last-game.ts';
import { type UserFacts, userFacts } from './user-facts.ts';

/** A player, and the game that they played last. */
export interface UserProfile extends UserFacts {
  readonly lastGame: LastGame | null;
}

/** The profile of a player, or undefined where there is none. */
export async function userProfile(
  session: Session,
  facts: Facts,
  identifier: PlayerIdentifier,
): Promise<UserProfile | undefined> {
  const found = await userFacts(session, facts, identifier);
  if (found === undefined) return undefined;
  const { user, presence } = found;
  return { ...user, lastGame: await lastGame(session, user.id, presence) };
}
