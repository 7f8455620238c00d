import {
  AWARD_KINDS,
  type AwardKind,
  type AwardRecord,
  type Awards,
  shownAwards,
  type WorldRecord,
} from '@laurel/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { emptyStore } from '../testing/empty.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';
import type { AwardChoice } from './recent-game-awards.ts';

const NOW = 2_000_000_000;
const DAY = 86_400;
const EVER: AwardChoice = { kinds: AWARD_KINDS, until: 253_402_300_799 };
const GAMES = 3;
/** The third is not tracked. */
const PLAYERS = ['Ada', 'Boris', 'Ghost'];

const CATALOGUE: readonly WorldRecord[] = [
  SYSTEM,
  ...Array.from({ length: GAMES }, (_, index) => ({ ...GAME, id: index + 1, title: `Game ${index + 1}` })),
  ...PLAYERS.map(
    (username, index): WorldRecord => ({ type: 'user', username, id: index + 1, untracked: index === 2 }),
  ),
];

/** Awards on a few days of three years, often at the same time. */
const awardRecords: fc.Arbitrary<AwardRecord[]> = fc.array(
  fc
    .record({
      user: fc.constantFrom(...PLAYERS),
      gameId: fc.integer({ min: 1, max: GAMES }),
      kind: fc.constantFrom(...AWARD_KINDS),
      day: fc.constantFrom(0, 1, 63, 64, 65, 128, 1000, 1001),
      second: fc.constantFrom(0, 1, DAY - 1),
    })
    .map(({ day, second, ...award }) => ({ type: 'award', ...award, at: day * DAY + second })),
  { maxLength: 30 },
);

const choices: fc.Arbitrary<AwardChoice> = fc.record({
  kinds: fc.subarray([...AWARD_KINDS], { minLength: 1 }),
  until: fc.constantFrom(EVER.until, 1001 * DAY - 1, 66 * DAY - 1, 64 * DAY - 1, DAY - 1),
});

interface Listed {
  readonly username: string;
  readonly gameId: number;
  readonly kind: AwardKind;
  readonly at: number;
}

/** What is to be listed, from nothing but the records. */
function listOf(
  records: readonly AwardRecord[],
  untracked: readonly string[],
  { kinds, until }: AwardChoice,
): Listed[] {
  const list: Listed[] = [];
  for (const [key, own] of Map.groupBy(records, ({ user, gameId }) => `${user}/${gameId}`)) {
    const [username = '', gameId] = key.split('/');
    const held: Partial<Record<AwardKind, number>> = {};
    for (const { kind, at } of own) held[kind] = Math.min(at, held[kind] ?? at);
    if (untracked.includes(username)) continue;
    for (const award of shownAwards(held satisfies Awards)) {
      if (kinds.includes(award.kind) && award.at <= until)
        list.push({ username, gameId: Number(gameId), ...award });
    }
  }
  const place = ({ username }: Listed) => PLAYERS.indexOf(username);
  const rank = ({ kind }: Listed) => AWARD_KINDS.indexOf(kind);
  return list.sort((a, b) => b.at - a.at || place(b) - place(a) || b.gameId - a.gameId || rank(b) - rank(a));
}

async function allPages(store: TestStore, choice: AwardChoice, count: number) {
  const awards: Listed[] = [];
  for (;;) {
    const page = await store.recentGameAwards(choice, { count, offset: awards.length });
    awards.push(...page.awards.map(({ username, gameId, kind, at }) => ({ username, gameId, kind, at })));
    if (page.awards.length < count) return { total: page.total, awards };
  }
}

describeOnBothEngines('the newest awards', (engine) => {
  it('are those of all tracked players, page by page, whatever was granted when', async () => {
    const store = await engine.openTestStore();
    await fc.assert(
      fc.asyncProperty(
        awardRecords,
        awardRecords,
        choices,
        fc.integer({ min: 1, max: 7 }),
        async (first, second, choice, count) => {
          await emptyStore(store.engine);
          await store.importWorld([...CATALOGUE, ...first], NOW);
          await store.importWorld(second, NOW);
          const list = listOf([...first, ...second], ['Ghost'], choice);
          expect(await allPages(store, choice, count)).toEqual({ total: list.length, awards: list });
          expect(await store.verify()).toMatchObject({ found: 0 });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('follow who is tracked', async () => {
    const store = await engine.openTestStore();
    const record: AwardRecord = { type: 'award', user: 'Ada', gameId: 1, kind: 'mastered', at: 5 };
    await store.importWorld([...CATALOGUE, record, { ...record, user: 'Ghost' }], NOW);
    const usernames = async () => (await allPages(store, EVER, 10)).awards.map(({ username }) => username);
    expect(await usernames()).toEqual(['Ada']);
    await store.importWorld([{ type: 'user', username: 'Ghost', untracked: false }], NOW);
    expect(await usernames()).toEqual(['Ghost', 'Ada']);
    await store.importWorld([{ type: 'user', username: 'Ada', untracked: true }], NOW);
    expect(await usernames()).toEqual(['Ghost']);
    expect(await store.verify()).toMatchObject({ found: 0 });
  });

  describe('of unlocks as they are recorded', () => {
    it('are there at once, and in hardcore take the place of those in softcore', async () => {
      const store = await engine.openTestStore();
      const set = [1, 2, 3, 4, 5, 6].map((id) => achievement(id, { kind: 'progression' }));
      await store.importWorld(
        [...CATALOGUE, ...set, ...set.slice(1).map(({ id }) => unlock('Ada', id, id, false))],
        NOW,
      );
      const record = (achievementId: number, at: number, hardcore: boolean, playerId = 1) =>
        store.recordUnlock({ playerId, achievementId, at, hardcore }, NOW);
      const kinds = async () => (await allPages(store, EVER, 10)).awards.map(({ kind, at }) => [kind, at]);

      await record(1, 100, false);
      expect(await kinds()).toEqual([
        ['completed', 100],
        ['beaten-softcore', 100],
      ]);
      // Earlier than was known.
      await record(1, 90, false);
      expect((await kinds())[0]).toEqual(['completed', 90]);
      for (const { id } of set) await record(id, 200 + id, true);
      expect(await kinds()).toEqual([
        ['mastered', 206],
        ['beaten-hardcore', 206],
      ]);
      for (const { id } of set) await record(id, 300 + id, true, 3);
      expect(await kinds()).toHaveLength(2);
      expect(await store.verify()).toMatchObject({ found: 0 });
    });
  });

  it('come with who and what they are of', async () => {
    const store = await engine.openTestStore();
    const record: AwardRecord = { type: 'award', user: 'Boris', gameId: 2, kind: 'completed', at: 5 };
    await store.importWorld([...CATALOGUE, record], NOW);
    const { total, awards } = await store.recentGameAwards(EVER, { count: 25, offset: 0 });
    expect(total).toBe(1);
    expect(awards).toEqual([
      {
        username: 'Boris',
        ulid: (await store.findPlayer({ kind: 'id', id: 2 }))?.ulid,
        kind: 'completed',
        at: 5,
        gameId: 2,
        title: 'Game 2',
        icon: '/Images/game-2.png',
        systemId: 1,
        systemName: 'Mega Drive',
      },
    ]);
  });
});
