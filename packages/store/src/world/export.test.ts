import type { WorldRecord } from '@laurel/domain';
import { arbitraryWorld } from '@laurel/domain/testing/arbitrary-world';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { answersOf, questionsAbout } from '../testing/answers.ts';
import { describeOnBothEngines, postgres, sqlite, type TestStore } from '../testing/both-engines.ts';
import { emptyStore } from '../testing/empty.ts';
import { exported } from '../testing/exported.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';

const NOW = 2_000_000_000;
const RUNS = 20;

describe('an export', () => {
  const engines = [sqlite(), postgres()];
  let stores: TestStore[];

  beforeAll(async () => {
    stores = [];
    for (const engine of [...engines, ...engines.slice(0, 1)]) stores.push(await engine.openTestStore());
  });

  it('from SQLite to PostgreSQL and back gives the same answers and the same records', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryWorld, async ({ start, changes }) => {
        for (const store of stores) await emptyStore(store.engine);
        const [first, ...others] = stores;
        if (first === undefined) throw new Error('no store');
        for (const records of [start, ...changes]) await first.importWorld(records, NOW);

        const questions = questionsAbout([...start, ...changes.flat()]);
        const answers = await answersOf(first, questions);
        const records = await exported(first);
        let source = first;
        for (const store of others) {
          await store.importWorld(await exported(source), NOW + 1);
          expect(await exported(store)).toEqual(records);
          expect(await answersOf(store, questions)).toEqual(answers);
          expect((await store.verify()).differences).toEqual([]);
          source = store;
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describeOnBothEngines('an export', (engine) => {
  it('of an empty store gives nothing', async () => {
    expect(await exported(await engine.openTestStore())).toEqual([]);
  });

  it('gives every kind of record in an order in which it can be imported, and no secret', async () => {
    const store = await engine.openTestStore();
    const records: WorldRecord[] = [
      { ...SYSTEM, active: true },
      { ...GAME, hashes: [] },
      achievement(1, {
        kind: 'win_condition',
        promoted: true,
        author: 'Cyd',
        badge: '',
        trigger: '',
        order: 0,
        createdAt: 1,
        modifiedAt: 2,
      }),
      {
        type: 'leaderboard',
        id: 1,
        gameId: 1,
        title: '',
        description: '',
        format: 'SCORE',
        lowerIsBetter: false,
        definition: '',
        order: 0,
      },
      {
        type: 'user',
        username: 'Ada',
        id: 1,
        ulid: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
        joinedAt: 3,
        motto: '',
        untracked: false,
      },
      unlock('Ada', 1, 100, false),
      unlock('Ada', 1, 200, true),
      { type: 'award', user: 'Ada', gameId: 1, kind: 'mastered', at: 50 },
      { type: 'score', user: 'Ada', leaderboardId: 1, value: 1, at: 5 },
    ];
    await store.importWorld(records, NOW);
    await store.createAccount({ username: 'Ada', passwordHash: 'secret', admin: true, now: NOW });
    await store.saveToken({ hash: 'secret', playerId: 1, now: NOW });
    await store.saveApiKey({ hash: 'secret', name: 'secret', now: NOW });
    await store.savePresence({ playerId: 1, gameId: 1, message: 'secret', at: NOW });
    expect(await exported(store)).toEqual(records);
  });

  it('leaves out unlocks that say nothing more, and awards that follow from the rest', async () => {
    const store = await engine.openTestStore();
    await store.importWorld(
      [
        SYSTEM,
        GAME,
        achievement(1, { kind: 'progression' }),
        { type: 'user', username: 'Ada' },
        unlock('Ada', 1, 300, true),
        unlock('Ada', 1, 200, true),
        unlock('Ada', 1, 250, false),
      ],
      NOW,
    );
    const told = (await exported(store)).filter(({ type }) => type === 'unlock' || type === 'award');
    expect(told).toEqual([unlock('Ada', 1, 200, true)]);
  });

  it('tells of an award that can no longer be derived', async () => {
    const store = await engine.openTestStore();
    const start = [
      SYSTEM,
      GAME,
      achievement(1, { kind: 'progression' }),
      { type: 'user', username: 'Ada' },
    ] as const;
    await store.importWorld([...start, unlock('Ada', 1, 200)], NOW);
    await store.importWorld([achievement(2, { kind: 'progression' })], NOW);
    const awards = (await exported(store)).filter(({ type }) => type === 'award');
    expect(awards).toEqual([
      { type: 'award', user: 'Ada', gameId: 1, kind: 'beaten-softcore', at: 200 },
      { type: 'award', user: 'Ada', gameId: 1, kind: 'beaten-hardcore', at: 200 },
    ]);
  });
});
