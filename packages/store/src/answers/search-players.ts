import { usernameKey } from '@laurel/domain';
import { sql } from 'kysely';
import { endOfWords } from '../catalogue/game-words.ts';
import type { Session } from '../engine/engine.ts';
import { atMost, statement } from '../statement.ts';

/** The ids of the tracked players whose name begins so, by name: a player of exactly this name is the first. */
export async function findPlayers(session: Session, query: string, count: number): Promise<number[]> {
  if (!/^[a-z0-9]+$/i.test(query)) return [];
  const from = usernameKey(query);
  return (await session.all(playersBetween, { from, to: endOfWords(from), count })).map(({ id }) => id);
}

const playersBetween = statement<{ from: string; to: string; count: number }>()((db, slot) =>
  db
    .selectFrom('player')
    .select('id')
    .where('name_key', '>=', slot('from'))
    .where('name_key', '<', slot('to'))
    .where('untracked', '=', sql.lit(0))
    .orderBy('name_key')
    .limit(atMost(slot('count'))),
);
