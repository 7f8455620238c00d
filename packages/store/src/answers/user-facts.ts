import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import type { PlayerIdentifier } from '../players.ts';
import { statement } from '../statement.ts';

/** What there is to say of a player. */
export interface UserFacts {
  readonly id: number;
  readonly username: string;
  readonly ulid: string;
  readonly joinedAt: number;
  readonly motto: string;
  readonly untracked: boolean;
  readonly admin: boolean;
  readonly pointsHardcore: number;
  readonly pointsSoftcore: number;
  readonly pointsTrue: number;
}

/** What a player's emulator said last. */
export interface Presence {
  readonly gameId: number;
  readonly message: string;
  readonly at: number;
}

/** The player, and what their emulator said last; undefined where there is no such player. */
export async function userFacts(
  session: Session,
  facts: Facts,
  identifier: PlayerIdentifier,
): Promise<{ readonly user: UserFacts; readonly presence: Presence | null } | undefined> {
  const player = await facts.player(identifier);
  if (player === undefined) return undefined;
  const row = await session.first(findDetails, { playerId: player.id });
  if (row === undefined) return undefined;
  const { id, username, ulid, pointsHardcore, pointsSoftcore } = player;
  const user = {
    ...{ id, username, ulid, pointsHardcore, pointsSoftcore },
    joinedAt: row.joined_at,
    motto: row.motto,
    untracked: row.untracked === 1,
    admin: row.admin === 1,
    pointsTrue: await facts.truePoints(id),
  };
  return { user, presence: await findPresence(session, id) };
}

/** What a player's emulator said last; null where it has said nothing yet. */
export async function findPresence(session: Session, playerId: number): Promise<Presence | null> {
  return (await session.first(presenceOf, { playerId })) ?? null;
}

const findDetails = statement<{ playerId: number }>()((db, slot) =>
  db
    .selectFrom('player')
    .leftJoin('account', 'account.player_id', 'player.id')
    .select(['player.joined_at', 'player.motto', 'player.untracked', 'account.admin'])
    .where('player.id', '=', slot('playerId')),
);

const presenceOf = statement<{ playerId: number }>()((db, slot) =>
  db
    .selectFrom('presence')
    .select(['game_id as gameId', 'message', 'at'])
    .where('player_id', '=', slot('playerId')),
);
