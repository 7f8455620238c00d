import { typedWords } from '@laurel/domain';
import { sql } from 'kysely';
import { endOfWords, wholeTitle } from '../catalogue/game-words.ts';
import { findGameByHash } from '../catalogue/games.ts';
import type { Builder, Session } from '../engine/engine.ts';
import { listStatement } from '../list-statement.ts';
import { atMost, type Slots, type Statement, statement } from '../statement.ts';

/** How far findGames looks where it could look far: less in tests. */
export interface SearchBounds {
  /** A word that begins more words of titles is common: then many of the games that most people play have it. */
  readonly common: number;
  /** Among how many of those games ones with common words are looked for first. */
  readonly popular: number;
}

/** Where the one costs as much as the other, a few milliseconds, among tens of thousands of games. */
const BOUNDS: SearchBounds = { common: 400, popular: 6_000 };
/** One of several words may begin so many times as many: most games with it lack the others, and are not looked up. */
const OF_SEVERAL = 8;

/** A game, and how many play it. */
export interface FoundGame {
  readonly id: number;
  readonly players: number;
}

/**
 * The games that a text stands for: the one whose ROM has this hash, those of this title, and those with a word in
 * the title for each typed one, each the most played first.
 */
export async function findGames(
  session: Session,
  query: string,
  count: number,
  bounds: SearchBounds = BOUNDS,
): Promise<FoundGame[]> {
  const found = new Map<number, FoundGame>();
  const add = (games: readonly FoundGame[]) => {
    for (const game of games) if (found.size < count && !found.has(game.id)) found.set(game.id, game);
  };
  if (/^[0-9a-f]{32}$/i.test(query)) {
    const id = await findGameByHash(session, query.toLowerCase());
    if (id !== undefined) add(await withPlayers(session, [id]));
  }
  const words = typedWords(query);
  if (words.length > 0) {
    add(await gamesOfTitle(session, query));
    add(await gamesWithWords(session, words, count, bounds));
  }
  return [...found.values()];
}

async function gamesOfTitle(session: Session, title: string): Promise<FoundGame[]> {
  const whole = wholeTitle(title);
  return withPlayers(session, idsOf(await session.all(gamesOfWord, { word: whole })));
}

/** @param words the longest first, which mostly is the rarest */
async function gamesWithWords(
  session: Session,
  words: readonly string[],
  count: number,
  bounds: SearchBounds,
): Promise<FoundGame[]> {
  const common = words.length === 1 ? bounds.common : OF_SEVERAL * bounds.common;
  const rare = await firstRare(session, words, common);
  if (rare === undefined) {
    const place = (await session.first(popularGame, { from: 0, skipped: bounds.popular })) ?? LAST;
    const popular = await session.all(popularGames(words.length), { ...place, ...slotsOf(words), count });
    if (popular.length === count) return popular;
  }
  const ordered = rare === undefined ? words : [rare, ...words.filter((word) => word !== rare)];
  const games = await session.all(gamesWithAll(words.length), slotsOf(ordered));
  return (await withPlayers(session, idsOf(games))).slice(0, count);
}

/** The first word that is not common. */
async function firstRare(
  session: Session,
  words: readonly string[],
  common: number,
): Promise<string | undefined> {
  for (const word of words) {
    const next = await session.first(wordBehind, { ...slotsOf([word]), skipped: common });
    if (next === undefined) return word;
  }
  return undefined;
}

/** So many games, the most played first; equal ones by id. */
async function withPlayers(session: Session, ids: readonly number[]): Promise<FoundGame[]> {
  const games = await playersOf(session, ids);
  return games.sort((a, b) => b.players - a.players || a.id - b.id);
}

function idsOf(rows: readonly { readonly game_id: number }[]): number[] {
  return [...new Set(rows.map(({ game_id }) => game_id))];
}

/** From where to where the words of titles begin with each of these. */
type Ranges = Readonly<Record<`from${number}` | `to${number}`, string>>;

function slotsOf(words: readonly string[]): Ranges {
  return Object.fromEntries(
    words.flatMap((word, index) => [
      [`from${index}`, word],
      [`to${index}`, endOfWords(word)],
    ]),
  );
}

const gamesOfWord = statement<{ word: string }>()((db, slot) =>
  db.selectFrom('game_word').select('game_id').where('word', '=', slot('word')),
);

/** The word behind so many of a range. */
const wordBehind = statement<Ranges & { skipped: number }>()((db, slot) =>
  db
    .selectFrom('game_word')
    .select('game_id')
    .where('word', '>=', slot('from0'))
    .where('word', '<', slot('to0'))
    .orderBy('word')
    .limit(sql.lit(1))
    .offset(slot('skipped')),
);

/** The game behind so many that more people play. */
const popularGame = statement<{ from: number; skipped: number }>()((db, slot) =>
  db
    .selectFrom('game')
    .select(['id', 'players'])
    .where('players', '>=', slot('from'))
    .orderBy('players', 'desc')
    .orderBy('id')
    .limit(sql.lit(1))
    .offset(slot('skipped')),
);

const LAST: FoundGame = { id: 2 ** 31 - 1, players: 0 };

/** The games up to a place among the most played that have a word for each of so many ranges. */
const popularGames = forEachNumber((words) =>
  statement<Ranges & FoundGame & { count: number }>()((db, slot) =>
    db
      .selectFrom('game')
      .select(['id', 'players'])
      .where('players', '>=', slot('players'))
      .where((game) => game.or([game('players', '>', slot('players')), game('id', '<=', slot('id'))]))
      .where((game) => game.and(upTo(words, 0).map((range) => hasWord(db, slot, range, 'game.id'))))
      .orderBy('players', 'desc')
      .orderBy('id')
      .limit(atMost(slot('count'))),
  ),
);

/** The games that have a word for each of so many ranges, looked for in the first of them. */
const gamesWithAll = forEachNumber((words) =>
  statement<Ranges>()((db, slot) =>
    db
      .selectFrom('game_word as first')
      .select('first.game_id')
      .where('first.word', '>=', slot('from0'))
      .where('first.word', '<', slot('to0'))
      .where((row) => row.and(upTo(words, 1).map((range) => hasWord(db, slot, range, 'first.game_id')))),
  ),
);

/** One look-up for each game: a planner might make a list of all games out of an `exists`. */
function hasWord(db: Builder, slot: Slots<Ranges>, range: number, game: 'game.id' | 'first.game_id') {
  const word = db
    .selectFrom('game_word as other')
    .select('other.word')
    .where('other.game_id', '=', sql.ref<number>(game))
    .where('other.word', '>=', slot(`from${range}`))
    .where('other.word', '<', slot(`to${range}`))
    .orderBy('other.word')
    .limit(sql.lit(1));
  return sql<boolean>`(${word}) is not null`;
}

const playersOf = listStatement((db, ids) =>
  db.selectFrom('game').select(['id', 'players']).where('id', 'in', ids),
);

/** The numbers below `end`. */
function upTo(end: number, from: number): number[] {
  return Array.from({ length: end - from }, (_, index) => from + index);
}

/** A statement for each number of words, built when it is needed. */
function forEachNumber<Arguments, Row>(build: (words: number) => Statement<Arguments, Row>) {
  const statements = new Map<number, Statement<Arguments, Row>>();
  return (words: number): Statement<Arguments, Row> => {
    const built = statements.get(words) ?? build(words);
    statements.set(words, built);
    return built;
  };
}
