import type { UnlockRecord, WorldRecord } from '@laurel/domain';
import { arbitraryWorld } from '@laurel/domain/testing/arbitrary-world';
import type { ModelRecentUnlock } from '@laurel/domain/testing/model-answers';
import { WorldModel } from '@laurel/domain/testing/world-model';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { answersOf, modelAnswersOf, type Questions, questionsAbout } from './testing/answers.ts';
import { describeOnBothEngines, type TestStore } from './testing/both-engines.ts';
import { emptyStore } from './testing/empty.ts';

const NOW = 2_000_000_000;
const MASTERY_MINIMUM = 3;
/** Worlds for each property on each engine; every run of the tests makes new ones. */
const RUNS = 25;

const pageSize = fc.constantFrom(1, 2, 3, 500);
/** Which unlocks are recorded one by one, as emulators report them, and not imported. */
const choices = fc.infiniteStream(fc.boolean());

describeOnBothEngines('the store answers as the model of a world does', (engine) => {
  let store: TestStore;

  beforeAll(async () => {
    store = await engine.openTestStore({ masteryMinimum: MASTERY_MINIMUM, unlockBlockSize: 1 });
  });

  it('after each import and each unlock', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryWorld, choices, pageSize, async ({ start, changes }, choices, size) => {
        await emptyStore(store.engine);
        const model = new WorldModel(MASTERY_MINIMUM);
        const questions = questionsAbout([...start, ...changes.flat()]);
        for (const records of [start, ...changes]) {
          const alone = records.every((record) => record.type === 'unlock') && choices.next().value;
          for (const part of alone ? records.map((record) => [record]) : [records]) {
            for (const record of part) model.apply(record);
            model.endImport();
            if (alone) await recordAlone(store, part);
            else await store.importWorld(part, NOW);
          }
          await expectToAgree(store, model, questions, size);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('for any order and any split of the same unlocks and awards', async () => {
    const worlds = arbitraryWorld.chain(({ start }) => {
      const isEvent = (record: WorldRecord) => record.type === 'unlock' || record.type === 'award';
      const events = start.filter(isEvent);
      return fc.record({
        catalogue: fc.constant(start.filter((record) => !isEvent(record))),
        events: fc.constant(events),
        shuffled: fc.shuffledSubarray(events, { minLength: events.length }),
        cuts: fc.infiniteStream(fc.nat({ max: 5 })),
      });
    });
    await fc.assert(
      fc.asyncProperty(worlds, choices, async ({ catalogue, events, shuffled, cuts }, choices) => {
        await emptyStore(store.engine);
        const model = new WorldModel(MASTERY_MINIMUM);
        for (const record of [...catalogue, ...events]) model.apply(record);
        model.endImport();

        await store.importWorld(catalogue, NOW);
        for (const part of split(shuffled, cuts)) {
          if (choices.next().value) await recordAlone(store, part);
          else await store.importWorld(part, NOW);
        }
        await expectToAgree(store, model, questionsAbout(catalogue), 500);
      }),
      { numRuns: RUNS },
    );
  });
});

function split<Item>(items: readonly Item[], cuts: Iterator<number>): Item[][] {
  const parts: Item[][] = [[]];
  for (const item of items) {
    if (cuts.next().value === 0) parts.push([]);
    parts.at(-1)?.push(item);
  }
  return parts;
}

/** Records what are unlocks one by one, and imports the rest. */
async function recordAlone(store: TestStore, records: readonly WorldRecord[]): Promise<void> {
  for (const record of records) {
    if (record.type === 'unlock') await recordOne(store, record);
    else await store.importWorld([record], NOW);
  }
}

async function recordOne(
  store: TestStore,
  { user, achievementId, at, hardcore }: UnlockRecord,
): Promise<void> {
  const player = await store.findPlayer({ kind: 'username', username: user });
  const outcome = await store.recordUnlock({ playerId: player?.id ?? 0, achievementId, at, hardcore }, NOW);
  const after = await store.findPlayer({ kind: 'username', username: user });
  expect(outcome).toMatchObject({
    points: { hardcore: after?.pointsHardcore, softcore: after?.pointsSoftcore },
  });
}

async function expectToAgree(
  store: TestStore,
  model: WorldModel,
  questions: Questions,
  pageSize: number,
): Promise<void> {
  expect(await answersOf(store, questions, pageSize)).toEqual(await modelAnswersOf(model, questions));
  expect(await awardsIn(store, questions)).toEqual(modelAwards(model, questions));
  for (const count of [1, 3, 100]) {
    const unlocks = await store.recentUnlocks(count);
    expect(unlocks.map(newest)).toEqual(model.recentUnlocks(count).map(newest));
    const games = await store.mostPlayedGames(count);
    expect(games.map(({ id, players }) => ({ id, players }))).toEqual(model.mostPlayedGames(count));
  }
  for (const username of questions.usernames) {
    const days = await store.userActivity({ kind: 'username', username }, 500);
    expect(sumOf(days)).toEqual(sumOf(model.userProgress(username, questions.gameIds)));
    const unlocks = await store.userRecentAchievements({ kind: 'username', username }, 0);
    expect(days.map(({ at, achieved }) => [dateOf(at), achieved])).toEqual(
      [...Map.groupBy(unlocks, ({ awardedAt }) => dateOf(awardedAt))].map(([at, of]) => [at, of.length]),
    );
  }
  expect((await store.verify()).differences).toEqual([]);
}

/** How many achievements, and in hardcore, over all days or all games. */
function sumOf(parts: readonly { readonly achieved: number; readonly achievedHardcore: number }[]) {
  return {
    achieved: parts.reduce((sum, { achieved }) => sum + achieved, 0),
    achievedHardcore: parts.reduce((sum, { achievedHardcore }) => sum + achievedHardcore, 0),
  };
}

function dateOf(at: number): string {
  return new Date(at * 1000).toISOString().slice(0, 10);
}

function newest({ username, achievementId, awardedAt, hardcore }: ModelRecentUnlock): ModelRecentUnlock {
  return { username, achievementId, awardedAt, hardcore };
}

/** The awards held, as `username game kind time`, the lower ones too, which no answer shows. */
async function awardsIn({ engine: { session } }: TestStore, { gameIds }: Questions): Promise<string[]> {
  const rows = await session.query(
    session.builder
      .selectFrom('award')
      .innerJoin('player', 'player.id', 'award.player_id')
      .select(['player.name', 'award.game_id', 'award.kind', 'award.at'])
      .where('award.game_id', 'in', gameIds),
  );
  return rows.map((row) => `${row.name} ${row.game_id} ${row.kind} ${row.at}`).sort();
}

function modelAwards(model: WorldModel, { usernames, gameIds }: Questions): string[] {
  const held = usernames.flatMap((username) =>
    gameIds.flatMap((gameId) =>
      model.awards(username, gameId).map(({ kind, at }) => `${username} ${gameId} ${kind} ${at}`),
    ),
  );
  return held.sort();
}
