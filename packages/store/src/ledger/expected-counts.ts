import type { GameLedger, Progress } from '@laurel/domain';
import type { DistributionTable } from '../schema.ts';

/** Counts tracked players anew, one by one, in memory that grows with the catalogue but not with the ledger. */
export class ExpectedCounts {
  readonly #achievements = new Map<number, { unlocks: number; hardcore: number }>();
  readonly #games = new Map<number, { players: number; players_hardcore: number }>();
  readonly #buckets = new Map<string, DistributionTable>();

  /** Counts what one tracked player has in one game. */
  add(gameId: number, unlocks: GameLedger, progress: Progress): void {
    for (const [id, entry] of unlocks) {
      const count = this.#achievements.get(id) ?? { unlocks: 0, hardcore: 0 };
      count.unlocks += 1;
      if (entry.hardcoreAt !== null) count.hardcore += 1;
      this.#achievements.set(id, count);
    }
    const game = this.#games.get(gameId) ?? { players: 0, players_hardcore: 0 };
    if (progress.achieved > 0) game.players += 1;
    if (progress.achievedHardcore > 0) game.players_hardcore += 1;
    this.#games.set(gameId, game);
    this.#addToBucket(gameId, 1, 0, progress.achieved);
    this.#addToBucket(gameId, 1, 1, progress.achievedHardcore);
    this.#addToBucket(gameId, 0, 0, progress.unpromoted);
    this.#addToBucket(gameId, 0, 1, progress.unpromotedHardcore);
  }

  ofAchievement(id: number): { unlocks: number; hardcore: number } {
    return this.#achievements.get(id) ?? { unlocks: 0, hardcore: 0 };
  }

  ofGame(id: number): { players: number; players_hardcore: number } {
    return this.#games.get(id) ?? { players: 0, players_hardcore: 0 };
  }

  /** The players that belong in a bucket, which is then done with. */
  takeBucket(bucket: Omit<DistributionTable, 'players'>): number {
    const name = nameOf(bucket);
    const players = this.#buckets.get(name)?.players ?? 0;
    this.#buckets.delete(name);
    return players;
  }

  remainingBuckets(): Iterable<DistributionTable> {
    return this.#buckets.values();
  }

  #addToBucket(game_id: number, promoted: 0 | 1, hardcore: 0 | 1, achieved: number): void {
    if (achieved === 0) return;
    const bucket = { game_id, promoted, hardcore, achieved, players: 0 };
    const name = nameOf(bucket);
    const counted = this.#buckets.get(name) ?? bucket;
    counted.players += 1;
    this.#buckets.set(name, counted);
  }
}

function nameOf({ game_id, promoted, hardcore, achieved }: Omit<DistributionTable, 'players'>): string {
  return `${game_id}/${promoted}/${hardcore}/${achieved}`;
}
