import { job } from '../engine/job.ts';
import { statement } from '../statement.ts';

/** A use is noted when the one that is noted lies so far back, in seconds. */
export const NOTED_EVERY = 60 * 60;

/** When a key or session, named by its hash, was used: seconds since 1970. */
export interface Use {
  readonly hash: string;
  readonly at: number;
}

export interface Uses {
  readonly keys: readonly Use[];
  readonly sessions: readonly Use[];
}

/**
 * Notes when keys and sessions were last used. Where nothing is an hour old nothing is written, and so the
 * revision of the store stays as it is, however many servers note the same.
 */
export default job(import.meta.url, async (session, { keys, sessions }: Uses): Promise<void> => {
  // In the order of their names, so that two writers do not wait for each other.
  for (const { hash, at } of inOrder(keys)) {
    await session.all(noteKey, { hash, at, before: at - NOTED_EVERY });
  }
  for (const { hash, at } of inOrder(sessions)) {
    await session.all(noteSession, { hash, at, before: at - NOTED_EVERY });
  }
});

function inOrder(uses: readonly Use[]): Use[] {
  return uses.toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
}

interface Note {
  readonly hash: string;
  readonly at: number;
  readonly before: number;
}

const noteKey = statement<Note>()((db, slot) =>
  db
    .updateTable('api_key')
    .set((row) => ({ last_used_at: row.parens(slot('at')) }))
    .where('hash', '=', slot('hash'))
    .where((row) => row.or([row('last_used_at', 'is', null), row('last_used_at', '<=', slot('before'))])),
);

const noteSession = statement<Note>()((db, slot) =>
  db
    .updateTable('session')
    .set((row) => ({ last_seen_at: row.parens(slot('at')) }))
    .where('hash', '=', slot('hash'))
    .where('last_seen_at', '<=', slot('before')),
);
