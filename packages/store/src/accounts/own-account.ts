import type { WriteSession } from '../engine/engine.ts';
import { noteChanges } from '../facts/changes.ts';
import { statement } from '../statement.ts';
import { endOtherSessions } from './sessions.ts';

export interface PasswordChange {
  readonly playerId: number;
  /** As the password library wrote it. */
  readonly passwordHash: string;
  /** The hash of the one session that goes on. */
  readonly session: string;
}

/** Gives an account another password; whoever has signed in with the old one is signed out. */
export async function changePassword(session: WriteSession, change: PasswordChange): Promise<void> {
  await session.all(setPassword, { playerId: change.playerId, passwordHash: change.passwordHash });
  await endOtherSessions(session, change.playerId, change.session);
}

/** Gives a player another motto. */
export async function changeMotto(session: WriteSession, playerId: number, motto: string): Promise<void> {
  // An import writes the players, too.
  await session.shareLedger();
  await session.all(setMotto, { playerId, motto });
  await noteChanges(session, [{ player_id: playerId, game_id: null }]);
}

const setPassword = statement<{ playerId: number; passwordHash: string }>()((db, slot) =>
  db
    .updateTable('account')
    .set((row) => ({ password_hash: row.parens(slot('passwordHash')) }))
    .where('player_id', '=', slot('playerId')),
);

const setMotto = statement<{ playerId: number; motto: string }>()((db, slot) =>
  db
    .updateTable('player')
    .set((row) => ({ motto: row.parens(slot('motto')) }))
    .where('id', '=', slot('playerId')),
);
