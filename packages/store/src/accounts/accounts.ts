import { usernameKey } from '@laurel/domain';
import { ulid } from 'ulid';
import type { Session, WriteSession } from '../engine/engine.ts';
import { noteChanges } from '../facts/changes.ts';
import { statement } from '../statement.ts';
import { nextPlayerId } from '../world/next-player-id.ts';

/** What is needed to check a password: the hash never leaves the server. */
export interface Account {
  readonly playerId: number;
  /** In the spelling to show. */
  readonly username: string;
  /** As the password library wrote it. */
  readonly passwordHash: string;
  readonly admin: boolean;
}

export interface NewAccount {
  readonly username: string;
  readonly passwordHash: string;
  readonly admin: boolean;
  /** Seconds since 1970. */
  readonly now: number;
}

/**
 * Makes an account, and its player unless there is one already (an imported one, for example).
 *
 * @returns whether it was made: false when the player has an account
 */
export async function createAccount(session: WriteSession, account: NewAccount): Promise<boolean> {
  await session.ownLedger();
  const playerId = await playerFor(session, account);
  if ((await session.first(findAccountOf, { playerId })) !== undefined) return false;
  await session.query(
    session.builder.insertInto('account').values({
      player_id: playerId,
      password_hash: account.passwordHash,
      admin: account.admin ? 1 : 0,
      created_at: account.now,
    }),
  );
  return true;
}

/**
 * Makes an account where nobody has one yet: one alone, of however many are asked for at once.
 *
 * @returns whether it was made: false when there is an account
 */
export async function createFirstAccount(session: WriteSession, account: NewAccount): Promise<boolean> {
  await session.ownLedger();
  return !(await hasAccounts(session)) && (await createAccount(session, account));
}

/** The account of this username, without regard to case, or undefined. */
export async function findAccount(session: Session, username: string): Promise<Account | undefined> {
  const row = await session.first(findAccountByName, { key: usernameKey(username) });
  return (
    row && {
      playerId: row.player_id,
      username: row.name,
      passwordHash: row.password_hash,
      admin: row.admin === 1,
    }
  );
}

/** Whether anybody has an account. */
export async function hasAccounts(session: Session): Promise<boolean> {
  return (await session.first(anyAccount, {})) !== undefined;
}

const anyAccount = statement<object>()((db) => db.selectFrom('account').select('player_id').limit(1));

async function playerFor(session: WriteSession, account: NewAccount): Promise<number> {
  const key = usernameKey(account.username);
  const player = await session.first(findPlayerId, { key });
  if (player !== undefined) return player.id;
  const id = await nextPlayerId(session);
  await session.query(
    session.builder.insertInto('player').values({
      id,
      name: account.username,
      name_key: key,
      ulid: ulid(account.now * 1000),
      joined_at: account.now,
      motto: '',
      untracked: 0,
    }),
  );
  // The name may be that of an author already.
  await noteChanges(session, [{ player_id: id, game_id: null }]);
  return id;
}

const findPlayerId = statement<{ key: string }>()((db, slot) =>
  db.selectFrom('player').select('id').where('name_key', '=', slot('key')),
);

const findAccountOf = statement<{ playerId: number }>()((db, slot) =>
  db.selectFrom('account').select('player_id').where('player_id', '=', slot('playerId')),
);

const findAccountByName = statement<{ key: string }>()((db, slot) =>
  db
    .selectFrom('account')
    .innerJoin('player', 'player.id', 'account.player_id')
    .select(['account.player_id', 'player.name', 'account.password_hash', 'account.admin'])
    .where('player.name_key', '=', slot('key')),
);
