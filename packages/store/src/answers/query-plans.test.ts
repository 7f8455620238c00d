import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dialect } from '../engine/engine.ts';
import { truePointsIn } from '../facts/true-points.ts';
import type { PlayerIdentifier } from '../players.ts';
import { type Store, storeOn } from '../store.ts';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { type Executed, listening } from '../testing/executed.ts';
import { gatherStatistics, makeLargeWorld, ulidOf } from '../testing/large-world.ts';
import { unlock } from '../testing/records.ts';
import { sharedWorld } from '../testing/shared-world.ts';

const collector: PlayerIdentifier = { kind: 'username', username: 'Player1' };
const gameIds = (count: number) => Array.from({ length: count }, (_, index) => 1 + index * 19);

const LATEST = { count: 25, offset: 0 };
const ALL = { count: 2 ** 31 - 1, offset: 0 };

const QUESTIONS: readonly [string, (store: Store) => Promise<unknown>][] = [
  ['the unlocks of an achievement', (store) => store.achievementUnlocks(77, { count: 50, offset: 0 })],
  [
    'a page in the middle of a long unlock list',
    (store) => store.achievementUnlocks(1, { count: 500, offset: 9_000 }),
  ],
  [
    'a deep page of a long unlock list',
    (store) => store.achievementUnlocks(1, { count: 500, offset: 19_000 }),
  ],
  ['progress in one game', (store) => store.userProgress(collector, [1])],
  ['progress in 1000 games', (store) => store.userProgress(collector, gameIds(1000))],
  [
    'progress of a player by ULID',
    (store) => store.userProgress({ kind: 'ulid', ulid: ulidOf(2) }, gameIds(50)),
  ],
  ['a completion progress', (store) => store.userCompletionProgress(collector, { count: 100, offset: 0 })],
  [
    'a page in the middle of a long completion progress',
    (store) => store.userCompletionProgress(collector, { count: 500, offset: 2_000 }),
  ],
  [
    'the last page of a long completion progress',
    (store) => store.userCompletionProgress(collector, { count: 500, offset: 4_500 }),
  ],
  [
    'a deep page of a long completion progress',
    (store) => store.userCompletionProgress(collector, { count: 500, offset: 4_000 }),
  ],
  ['a game', (store) => store.game(77)],
  ['a game with its achievements', (store) => store.gameExtended(77, { promoted: true })],
  ['a game with its unpromoted achievements', (store) => store.gameExtended(77, { promoted: false })],
  ['the hashes of a game', (store) => store.gameHashes(77)],
  [
    'all games of a system, with hashes',
    (store) => store.gameList(7, { withAchievements: false, withHashes: true }, ALL),
  ],
  [
    'a page of the games of a system that have achievements',
    (store) => store.gameList(7, { withAchievements: true, withHashes: false }, { count: 50, offset: 100 }),
  ],
  ['all systems', (store) => store.systems({ onlyActive: false })],
  ['the active systems', (store) => store.systems({ onlyActive: true })],
  ['the points of a player', (store) => store.userPoints(collector)],
  // What a summary has beside this and the next two is a rank, which is counted: see below.
  ['a profile', (store) => store.userProfile(collector)],
  ['recent achievements', (store) => store.userRecentAchievements(collector, 0)],
  [
    'the games played last',
    (store) => store.userRecentlyPlayedGames(collector, { count: 50, offset: 1_000 }),
  ],
  ['a game and what a player has of it', (store) => store.gameAndUserProgress(77, collector)],
  ['the high scores of a game', (store) => store.gameHighScores(77)],
  ['the latest masters of a game', (store) => store.gameLatestMasters(77)],
  ['the newest awards', (store) => store.recentGameAwards({ kinds: ['mastered'], until: 1e9 }, LATEST)],
  [
    'awards deep in the past, of two kinds',
    (store) =>
      store.recentGameAwards(
        { kinds: ['completed', 'mastered'], until: 10_300_000 },
        { count: 100, offset: 30_000 },
      ),
  ],
  ['the players with the most points', (store) => store.topPlayers()],
  ['the awards of a player', (store) => store.userAwards(collector)],
  ['the completed games of a player', (store) => store.userCompletedGames(collector)],
  ['games by a common word', (store) => store.search('g', 10)],
  ['games by a rare word and a common one', (store) => store.search('sonic n77', 10)],
  ['games by three common words that none has', (store) => store.search('game sonic n1', 50)],
  ['players by name, and a game by hash', (store) => store.search('0123456789abcdef0123456789abcdef', 10)],
  ['players by the beginning of a name', (store) => store.search('player', 10)],
  ['the newest unlocks of all', (store) => store.recentUnlocks(100)],
  ['the newest days of a player', (store) => store.userActivity(collector, 20)],
  ['the most played games', (store) => store.mostPlayedGames(100)],
  ['a distribution', (store) => store.achievementDistribution(7, { promoted: true, hardcore: false })],
  [
    'a distribution of unpromoted achievements',
    (store) => store.achievementDistribution(7, { promoted: false, hardcore: true }),
  ],
];

describeOnBothEngines('the plan for', (engine) => {
  let store: TestStore;

  beforeAll(async () => {
    store = await engine.openTestStore();
    await makeLargeWorld(store.engine);
  });

  describe.each(QUESTIONS)('%s', (_, ask) => {
    it('looks every row up in an index, in the order of the index', () => expectLookups(ask));
  });

  it('any of them looks every row up, too, when there are statistics', async () => {
    await gatherStatistics(store.engine);
    for (const [, ask] of QUESTIONS) await expectLookups(ask);
  });

  it('any of them looks every row up, too, when there is next to nothing: what is small may grow', async () => {
    const small = await engine.openTestStore();
    await small.importWorld([...sharedWorld(1), unlock('Player1', 1, 5)], 10);
    await gatherStatistics(small.engine);
    for (const [, ask] of QUESTIONS) await expectLookups(ask, small);
  });

  it('the RetroPoints of games that have changed looks their achievements up, not what the player has', async () => {
    for (const isAnalyzed of [false, true]) {
      if (isAnalyzed) await gatherStatistics(store.engine);
      const { engine, executed } = listening(store.engine);
      await truePointsIn(engine.session, 1, gameIds(50));
      for (const statement of executed)
        expect(await faultsOf(engine.dialect, statement), statement.sql).toEqual([]);
      const sums = executed.filter(({ sql }) => ADDS_UP.test(sql));
      expect(sums.length).toBeGreaterThan(0);
      for (const sum of sums) {
        const plan = (await engine.dialect.explain(sum)).join('\n');
        expect(plan).toMatch(/player_id ?= ?.* AND .*achievement_id ?= ?/);
      }
    }
  });

  it('a rank adds up bands of points, and counts the players of a part of one', async () => {
    const { engine, executed } = listening(store.engine);
    await storeOn(engine).userSummary(collector, { games: 0, achievements: 0 });
    const counts = executed.filter(({ sql }) => sql.includes('points_band'));
    expect(counts.length).toBeGreaterThan(0);
    for (const count of counts) {
      const plan = await engine.dialect.explain(count);
      expect(plan.filter((step) => /\b(SCAN (?!CONSTANT ROW)|Seq Scan)/.test(step))).toEqual([]);
      expect(plan.join('\n')).toMatch(/player_by_points.*\s.*points_hardcore ?>.* AND .*points_hardcore ?</);
    }
  });

  it('a question is the same whoever and whatever it is about', async () => {
    await gatherStatistics(store.engine);
    const plansOf = async (id: number, count: number) => {
      const { engine, executed } = listening(store.engine);
      await storeOn(engine).achievementUnlocks(id, { count, offset: 1 });
      const plans = await Promise.all(executed.map((statement) => engine.dialect.explain(statement)));
      // Of the one there are more players to look up, one statement after the other.
      return new Set(plans.map((steps) => steps.join('\n')));
    };
    expect(await plansOf(1, 4)).toEqual(await plansOf(77, 500));
  });

  // So that the tests above can fail.
  it.each([
    ['a scan', sql`select * from player where motto = ${'x'}`],
    ['a count', sql`select count(*) from unlock where achievement_id = ${1} and tracked = 1`],
    ['a sort', sql`select * from unlock where player_id = ${1} order by awarded_at`],
    ['a group', sql`select awarded_at from unlock where player_id = ${1} group by awarded_at`],
  ])('%s is told from a look-up', async (_, query) => {
    expect(await faultsOf(store.engine.dialect, query.compile(store.engine.session.builder))).not.toEqual([]);
  });

  async function expectLookups(ask: (store: Store) => Promise<unknown>, asked = store): Promise<void> {
    const { engine, executed } = listening(asked.engine);
    await ask(storeOn(engine));
    expect(executed.length).toBeGreaterThan(0);
    for (const statement of executed) {
      expect(await faultsOf(engine.dialect, statement), statement.sql).toEqual([]);
    }
  }
});

/** The steps of the engine's plan that find rows by looking them up, and put them together. */
const LOOKUP = {
  // A subquery is run for each row that is found; what it does is a step of its own.
  sqlite: /^(SEARCH \S+ USING (?!AUTOMATIC)|CORRELATED SCALAR SUBQUERY \d+$)/,
  // Of several requests: a list of what they ask for, and what is looked up for each.
  postgres:
    /^(-> +)?(Limit|Nested Loop|Merge|Hash|Memoize|Materialize|Index (Only )?Scan|Bitmap (Index|Heap) Scan|Function Scan on (unnest )?run|Subquery Scan on (found|one))\b/,
};

/** RetroPoints: what is added up is looked up like everything else, unlock by unlock (`facts/true-points.ts`). */
const ADDS_UP = /\bsum\(case game\.players_hardcore\b/;
/** The steps that add up, by game. */
const ADDING = /^(USE TEMP B-TREE FOR GROUP BY$|(-> +)?HashAggregate\b)/;

/** Whatever a statement does besides looking rows up. */
async function faultsOf(dialect: Dialect, statement: Executed): Promise<string[]> {
  const plan = await dialect.explain(statement);
  // PostgreSQL tells the costs of a step, and details below it.
  const steps = dialect.name === 'sqlite' ? plan : plan.filter((line) => line.includes('(cost='));
  const others = steps.filter((step) => !LOOKUP[dialect.name].test(step));
  if (ADDS_UP.test(statement.sql)) return others.filter((step) => !ADDING.test(step));
  // SQLite's plan is silent about counting.
  return [...others, ...(statement.sql.match(/\b(count|sum|min|max|avg|total)\(/g) ?? [])];
}
