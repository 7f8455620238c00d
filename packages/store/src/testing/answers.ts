import type { WorldRecord } from '@laurel/domain';
import type { ModelCompletion, ModelProgress, ModelUnlocks } from '@laurel/domain/testing/model-answers';
import type { WorldModel } from '@laurel/domain/testing/world-model';
import type { Store } from '../store.ts';
import { unlockList } from './unlock-list.ts';

/** What can be asked about a world. */
export interface Questions {
  readonly achievementIds: readonly number[];
  readonly gameIds: readonly number[];
  readonly usernames: readonly string[];
}

/** Every answer about a world, in the words of the model. */
export interface Answers {
  readonly achievementUnlocks: Record<number, ModelUnlocks | null>;
  /** By game, promoted or not, hardcore or all. */
  readonly distributions: Record<string, readonly number[]>;
  readonly progress: Record<string, readonly ModelProgress[]>;
  readonly completion: Record<string, { total: number; games: readonly ModelCompletion[] }>;
  readonly points: Record<string, { hardcore: number; softcore: number } | undefined>;
}

const CHOICES = [
  { promoted: true, hardcore: false },
  { promoted: true, hardcore: true },
  { promoted: false, hardcore: false },
  { promoted: false, hardcore: true },
];

/** Everything that there is to ask about these records, and about one more of each kind that does not exist. */
export function questionsAbout(records: readonly WorldRecord[]): Questions {
  const achievementIds = new Set([999_999]);
  const gameIds = new Set([999_999]);
  const usernames = new Set<string>();
  for (const record of records) {
    if (record.type === 'achievement') achievementIds.add(record.id);
    if (record.type === 'game') gameIds.add(record.id);
    if (record.type === 'user') usernames.add(record.username);
  }
  return { achievementIds: [...achievementIds], gameIds: [...gameIds], usernames: [...usernames] };
}

/** What the store answers. Lists are read in pages of `pageSize` and put together. */
export async function answersOf(store: Store, questions: Questions, pageSize = 500): Promise<Answers> {
  const { achievementIds, gameIds, usernames } = questions;
  const games = gameIds.flatMap((id) => CHOICES.map((choice) => ({ id, ...choice })));
  return {
    achievementUnlocks: await byName(achievementIds, String, (id) => unlocksOf(store, id, pageSize)),
    distributions: await byName(games, distributionName, (game) =>
      store.achievementDistribution(game.id, game),
    ),
    progress: await byName(usernames, String, (username) =>
      store.userProgress({ kind: 'username', username }, gameIds),
    ),
    completion: await byName(usernames, String, (username) => completionOf(store, username, pageSize)),
    points: await byName(usernames, String, async (username) => {
      const player = await store.findPlayer({ kind: 'username', username });
      return player && { hardcore: player.pointsHardcore, softcore: player.pointsSoftcore };
    }),
  };
}

/** What the model answers. */
export async function modelAnswersOf(model: WorldModel, questions: Questions): Promise<Answers> {
  const { achievementIds, gameIds, usernames } = questions;
  const games = gameIds.flatMap((id) => CHOICES.map((choice) => ({ id, ...choice })));
  return {
    achievementUnlocks: await byName(achievementIds, String, (id) => model.achievementUnlocks(id)),
    distributions: await byName(games, distributionName, ({ id, promoted, hardcore }) =>
      model.distribution(id, promoted, hardcore),
    ),
    progress: await byName(usernames, String, (username) => model.userProgress(username, gameIds)),
    completion: await byName(usernames, String, (username) => {
      const rows = model.completionProgress(username);
      return { total: rows.length, games: rows };
    }),
    points: await byName(usernames, String, (username) => model.points(username)),
  };
}

function distributionName(game: { id: number; promoted: boolean; hardcore: boolean }): string {
  return `game ${game.id}, ${game.promoted ? 'promoted' : 'unpromoted'}, ${game.hardcore ? 'hardcore' : 'all'}`;
}

async function unlocksOf(store: Store, id: number, pageSize: number): Promise<ModelUnlocks | null> {
  const unlocks: ModelUnlocks['unlocks'][number][] = [];
  for (;;) {
    const page = await store.achievementUnlocks(id, { count: pageSize, offset: unlocks.length });
    if (page === undefined) return null;
    for (const { player, awardedAt, hardcore } of unlockList(page)) {
      const { username, pointsHardcore, pointsSoftcore } = player;
      unlocks.push({ username, pointsHardcore, pointsSoftcore, awardedAt, hardcore });
    }
    if (page.unlocks.length === pageSize) continue;
    const { unlocksCount, unlocksHardcoreCount, totalPlayers } = page;
    const { trueRatio } = page.achievement;
    return { unlocksCount, unlocksHardcoreCount, totalPlayers, trueRatio, unlocks };
  }
}

async function completionOf(store: Store, username: string, pageSize: number) {
  const games: ModelCompletion[] = [];
  for (;;) {
    const page = await store.userCompletionProgress(
      { kind: 'username', username },
      { count: pageSize, offset: games.length },
    );
    for (const row of page.games) {
      const { game, ...standing } = row;
      games.push({ gameId: game.id, maxPossible: game.promotedCount, ...standing });
    }
    if (page.games.length < pageSize) return { total: page.total, games };
  }
}

async function byName<Item, Answer>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  ask: (item: Item) => Answer | Promise<Answer>,
): Promise<Record<string, Answer>> {
  return Object.fromEntries(
    await Promise.all(items.map(async (item) => [nameOf(item), await ask(item)] as const)),
  );
}
