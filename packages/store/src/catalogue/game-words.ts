import { titleKey, titleWords } from '@laurel/domain';
import { bulkInsert } from '../bulk.ts';
import type { WriteSession } from '../engine/engine.ts';
import { statement } from '../statement.ts';

/** What a game is found by: the words of its title, and the whole of it. */
export function wordsOfGame(title: string): string[] {
  return [...titleWords(title), wholeTitle(title)];
}

/** A whole title among the words. No word begins with a space. */
export function wholeTitle(title: string): string {
  return ` ${titleKey(title)}`;
}

/** Where the words end that begin with this one: no word has this last of all characters in it. */
export function endOfWords(beginning: string): string {
  return `${beginning}\u{10ffff}`;
}

/** Writes what a game is found by, after its title has changed. */
export async function saveWordsOfGame(session: WriteSession, gameId: number, title: string): Promise<void> {
  await session.all(deleteWords, { gameId });
  await insertWords(
    session,
    wordsOfGame(title).map((word) => ({ word, game_id: gameId })),
  );
}

const deleteWords = statement<{ gameId: number }>()((db, slot) =>
  db.deleteFrom('game_word').where('game_id', '=', slot('gameId')),
);

const insertWords = bulkInsert('game_word', ['word', 'game_id'], (insert) => insert);
