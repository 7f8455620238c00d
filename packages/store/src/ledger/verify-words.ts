import { wordsOfGame } from '../catalogue/game-words.ts';
import type { Session } from '../engine/engine.ts';
import { statement } from '../statement.ts';
import type { Difference } from './verify.ts';

/** What is wrong with the words by which games are found. */
export async function differencesOfWords(session: Session): Promise<Difference[]> {
  const differences: Difference[] = [];
  const words = Map.groupBy(await session.all(allWords, {}), ({ game_id }) => game_id);
  for (const { id, title } of await session.all(allTitles, {})) {
    const stored = (words.get(id) ?? []).map(({ word }) => word).sort();
    const expected = wordsOfGame(title).sort();
    if (stored.join('\n') === expected.join('\n')) continue;
    differences.push({ where: `game ${id}`, what: 'words of its title', stored, expected });
  }
  return differences;
}

const allWords = statement<object>()((db) => db.selectFrom('game_word').select(['game_id', 'word']));

const allTitles = statement<object>()((db) => db.selectFrom('game').select(['id', 'title']));
