import type { Session, WriteSession } from '../engine/engine.ts';
import { statement } from '../statement.ts';

/** The secret of this name that every server on this database shares, or undefined where there is none yet. */
export async function findSharedSecret(session: Session, name: string): Promise<string | undefined> {
  return (await session.first(findSecret, { name }))?.value;
}

/** Keeps a secret, unless there is one of this name. @returns the one that is kept */
export async function makeSharedSecret(
  session: WriteSession,
  name: string,
  candidate: string,
): Promise<string> {
  await session.all(insertSecret, { name, candidate });
  return (await findSharedSecret(session, name)) ?? candidate;
}

const findSecret = statement<{ name: string }>()((db, slot) =>
  db.selectFrom('shared_secret').select('value').where('name', '=', slot('name')),
);

const insertSecret = statement<{ name: string; candidate: string }>()((db, slot) =>
  db
    .insertInto('shared_secret')
    .values((row) => ({ name: row.parens(slot('name')), value: row.parens(slot('candidate')) }))
    .onConflict((conflict) => conflict.doNothing()),
);
