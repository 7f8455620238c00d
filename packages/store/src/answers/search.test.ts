import { titleKey, titleWords, typedWords, type WorldRecord } from '@laurel/domain';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { emptyStore } from '../testing/empty.ts';
import { achievement, SYSTEM, unlock } from '../testing/records.ts';
import { findGames } from './search-games.ts';

const NOW = 2_000_000_000;
const MD5 = '0123456789abcdef0123456789abcdef';

const TITLES = [
  'Sonic the Hedgehog',
  'Sonic the Hedgehog 2',
  '~Hack~ Sonic the Hedgehog: Ünlimited',
  'Pac-Man',
  "Kirby's Dream Land",
  'Pokémon Red',
  'The Sonic',
  'Sonic',
];

/** Game n has the nth title. Game 2 has two players, 7 one, and 1 a player who is not tracked. */
function* world(): Generator<WorldRecord> {
  yield SYSTEM;
  for (const [index, title] of TITLES.entries()) {
    const id = index + 1;
    yield { type: 'game', id, systemId: 1, title, ...(id === 4 ? { hashes: [{ md5: MD5 }] } : {}) };
    yield achievement(id, { gameId: id });
  }
  yield { type: 'user', username: 'Max' };
  yield { type: 'user', username: 'MaxMilyin' };
  yield { type: 'user', username: 'maxine' };
  yield { type: 'user', username: 'MaxGhost', untracked: true };
  yield { type: 'user', username: 'ma' };
  yield { type: 'user', username: 'mb' };
  yield unlock('Max', 2, 5);
  yield unlock('MaxMilyin', 2, 5, false);
  yield unlock('MaxMilyin', 7, 5, false);
  yield unlock('MaxGhost', 1, 5);
}

describeOnBothEngines('a search', (engine) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await engine.openTestStore();
    await store.importWorld(world(), NOW);
  });

  const games = async (query: string, count = 10) =>
    (await store.search(query, count)).games.map(({ id }) => id);
  const players = async (query: string, count = 10) =>
    (await store.search(query, count)).players.map(({ username }) => username);

  describe('for games', () => {
    it.each<[why: string, query: string, ids: number[]]>([
      ['the beginning of a word', 'son', [2, 7, 1, 3, 8]],
      ['exactly this title, then by players', 'sonic', [8, 2, 7, 1, 3]],
      ['every typed word begins one, in any order', 'hedge sonic', [2, 1, 3]],
      ['exactly this title of several words', 'SONIC: the hedgehog', [1, 2, 3]],
      ['no accents', 'unlim', [3]],
      ['other accents', 'pökémon', [6]],
      ['no punctuation', 'kirbys', [5]],
      ['punctuation', "kirby's dream-land", [5]],
      ['a word that punctuation parts', 'pacm', [4]],
      ['a number', '2', [2]],
      ['the middle of a word', 'edgehog', []],
      ['one word too many', 'sonic mario', []],
      ['nothing but punctuation', '!?', []],
      ['what a pattern would be', '%', []],
      ['a hash', MD5, [4]],
      ['a hash in upper case', MD5.toUpperCase(), [4]],
      ['a hash of no game', MD5.replace('0', '1'), []],
    ])('%s: %s', async (_, query, ids) => {
      expect(await games(query)).toEqual(ids);
    });

    it('gives no more than asked for, and what a list says of each', async () => {
      expect(await games('sonic', 2)).toEqual([8, 2]);
      expect((await store.search('pac-man', 1)).games).toEqual([
        {
          id: 4,
          title: 'Pac-Man',
          icon: '/Images/game-4.png',
          systemId: 1,
          systemName: 'Mega Drive',
          promotedCount: 1,
          promotedPoints: 5,
          unpromotedCount: 0,
          players: 0,
        },
      ]);
    });
  });

  describe('for players', () => {
    it.each<[why: string, query: string, names: string[]]>([
      ['who are tracked, by name, exactly this one first', 'MAX', ['Max', 'maxine', 'MaxMilyin']],
      ['one letter', 'm', ['ma', 'Max', 'maxine', 'MaxMilyin', 'mb']],
      ['nobody', 'maxx', []],
      ['the middle of a name', 'ilyin', []],
      ['what no name has in it', 'max milyin', []],
      ['what a pattern would be', 'ma_', []],
    ])('%s: %s', async (_, query, names) => {
      expect(await players(query)).toEqual(names);
    });

    it('gives no more than asked for', async () => {
      expect(await players('m', 2)).toEqual(['ma', 'Max']);
    });
  });

  it('knows a new title, and the old one no more', async () => {
    await store.importWorld([{ type: 'game', id: 5, systemId: 1, title: 'Kirby in Dreamland' }], NOW);
    expect(await games('kirbys')).toEqual([]);
    expect(await games('kirby in')).toEqual([5]);
    await store.importWorld([{ type: 'game', id: 5, systemId: 1, title: "Kirby's Dream Land" }], NOW);
    expect(await games('kirbys')).toEqual([5]);
    expect(await store.verify()).toMatchObject({ found: 0 });
  });
});

describeOnBothEngines('the games that are found', (engine) => {
  const word = fc.constantFrom('a', 'ab', 'abc', 'ac', 'b', 'ba', 'B-c', "c'a", 'é');
  const titles = fc.array(fc.array(word, { maxLength: 4 }), { minLength: 1, maxLength: 12 });
  const queries = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });

  it('are those that a walk through all titles finds, wherever they are looked for', async () => {
    const store = await engine.openTestStore();
    const { session } = store.engine;
    await fc.assert(
      fc.asyncProperty(
        titles.map((list) => list.map((words) => words.join(' '))),
        queries.map((list) => list.map((words) => words.join(' '))),
        fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }),
        fc.nat(4),
        fc.nat(12),
        async (titles, queries, players, common, popular) => {
          await emptyStore(store.engine);
          await store.importWorld(
            [
              SYSTEM,
              ...titles.map((title, index) => ({ type: 'game', id: index + 1, systemId: 1, title }) as const),
            ],
            NOW,
          );
          const all = titles.map((title, index) => ({ id: index + 1, title, players: players[index] ?? 0 }));
          for (const { id, players } of all) {
            await session.query(session.builder.updateTable('game').set({ players }).where('id', '=', id));
          }
          for (const query of queries) {
            const typed = typedWords(query);
            const expected = all
              .filter(({ title }) => {
                const words = titleWords(title);
                return typed.every((beginning) => words.some((word) => word.startsWith(beginning)));
              })
              .sort(
                (a, b) =>
                  Number(titleKey(b.title) === titleKey(query)) -
                    Number(titleKey(a.title) === titleKey(query)) ||
                  b.players - a.players ||
                  a.id - b.id,
              )
              .map(({ id, players }) => ({ id, players }));
            for (const count of [1, 3, 50]) {
              const found = await findGames(session, query, count, { common, popular });
              expect(found, query).toEqual(expected.slice(0, count));
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
