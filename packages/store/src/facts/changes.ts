import { bulkInsert } from '../bulk.ts';
import type { WriteSession } from '../engine/engine.ts';
import { statement } from '../statement.ts';

/** How many changes are kept, at least: who has not looked for so long forgets everything. */
const KEPT = 50_000;

/** What has changed: a player, and with an unlock, the game that it is of. */
export interface Change {
  readonly player_id: number;
  readonly game_id: number | null;
}

/** Notes what {@link FactsMemory} is to forget: these players, and what achievements of these games are worth. */
export async function noteChanges(session: WriteSession, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await insertChanges(session, changes);
  const span = await session.first(findSpan, {});
  if (Number(span?.newest) - Number(span?.oldest) > KEPT) await noteChangeOfAll(session);
}

/** Notes that nothing which is remembered may still be true; that takes the place of all notes before it. */
export async function noteChangeOfAll(session: WriteSession): Promise<void> {
  const [note] = await session.all(insertChangeOfAll, {});
  if (note !== undefined) await session.all(deleteOlder, { id: note.id });
}

const insertChanges = bulkInsert('change', ['player_id', 'game_id'], (insert) => insert);

const insertChangeOfAll = statement<object>()((db) =>
  db.insertInto('change').values({ player_id: null }).returning('id'),
);

const deleteOlder = statement<{ id: number }>()((db, slot) =>
  db.deleteFrom('change').where('id', '<', slot('id')),
);

const findSpan = statement<object>()((db) =>
  db.selectNoFrom((empty) => [
    empty.selectFrom('change').select('id').orderBy('id').limit(1).as('oldest'),
    empty.selectFrom('change').select('id').orderBy('id', 'desc').limit(1).as('newest'),
  ]),
);
