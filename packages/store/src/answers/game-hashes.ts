import type { Session } from '../engine/engine.ts';
import { statement } from '../statement.ts';

/** A file that a game is known by. */
export interface GameHash {
  readonly md5: string;
  /** "" where it is not known. */
  readonly name: string;
  readonly labels: readonly string[];
}

/** The files that a game is known by, by MD5; undefined where there is no such game. */
export async function gameHashes(session: Session, gameId: number): Promise<GameHash[] | undefined> {
  if ((await session.first(findGame, { gameId })) === undefined) return undefined;
  const hashes = await session.all(listHashes, { gameId });
  return hashes.map(({ md5, name, labels }) => ({
    md5,
    name: name ?? '',
    labels: labels === null ? [] : JSON.parse(labels),
  }));
}

const findGame = statement<{ gameId: number }>()((db, slot) =>
  db.selectFrom('game').select('id').where('id', '=', slot('gameId')),
);

const listHashes = statement<{ gameId: number }>()((db, slot) =>
  db
    .selectFrom('game_hash')
    .select(['md5', 'name', 'labels'])
    .where('game_id', '=', slot('gameId'))
    .orderBy('md5'),
);
