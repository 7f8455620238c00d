import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import type { PlayerIdentifier } from '../players.ts';
import { type LastGame, lastGame } from './last-game.ts';
import { type PlayedGame, playedGames } from './played-games.ts';
import { type Rank, rankOf } from './player-rank.ts';
import { showUnlocks, type UnlockShown, unlocksIn } from './player-unlocks-in.ts';
import { recentlyPlayed } from './recently-played.ts';
import { type UserFacts, userFacts } from './user-facts.ts';

/** How many recent games, and of what was unlocked in them. */
export interface SummaryParts {
  readonly games: number;
  readonly achievements: number;
}

/** A player, what they played and unlocked lately, and where they stand. */
export interface UserSummary extends UserFacts, Rank {
  readonly lastGame: LastGame | null;
  readonly recentlyPlayed: readonly PlayedGame[];
  readonly recentAchievements: readonly UnlockShown[];
}

/** The summary of a player, or undefined where there is none. */
export async function userSummary(
  session: Session,
  facts: Facts,
  identifier: PlayerIdentifier,
  parts: SummaryParts,
): Promise<UserSummary | undefined> {
  const found = await userFacts(session, facts, identifier);
  if (found === undefined) return undefined;
  const { user, presence } = found;
  const played = await recentlyPlayed(session, user.id, presence, { count: parts.games, offset: 0 });
  const gameIds = played.map(({ gameId }) => gameId);
  const unlocks = await unlocksIn(session, user.id, gameIds);
  return {
    ...user,
    ...(await rankOf(session, user)),
    lastGame: await lastGame(session, user.id, presence),
    recentlyPlayed: await playedGames(session, facts, user.id, played),
    recentAchievements: await showUnlocks(session, unlocks.slice(0, parts.achievements)),
  };
}
