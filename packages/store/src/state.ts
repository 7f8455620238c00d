import type { Distribution } from '@laurel/domain';
import { isApiKey } from './accounts/api-keys.ts';
import { achievementDistribution, type DistributionChoice } from './answers/achievement-distribution.ts';
import { type AchievementUnlocks, achievementUnlocks, type Page } from './answers/achievement-unlocks.ts';
import { type UserCompletionProgress, userCompletionProgress } from './answers/user-completion-progress.ts';
import { type GameProgress, userProgress } from './answers/user-progress.ts';
import type { Session } from './engine/engine.ts';
import type { Facts, FactsMemory } from './facts/facts-memory.ts';
import type { PlayerIdentifier } from './players.ts';

/** What the Web API reads. Times are seconds since 1970. */
export interface Answers {
  achievementUnlocks(achievementId: number, page: Page): Promise<AchievementUnlocks | undefined>;
  userProgress(player: PlayerIdentifier, gameIds: readonly number[]): Promise<GameProgress[]>;
  userCompletionProgress(player: PlayerIdentifier, page: Page): Promise<UserCompletionProgress>;
  achievementDistribution(gameId: number, choice: DistributionChoice): Promise<Distribution>;
  isApiKey(hash: string): Promise<boolean>;
}

/** The store at one moment: everything that is asked of it fits together. */
export class StoreState implements Answers {
  /**
   * As long as it is the same, nothing in the store has changed. What is read here may be of a moment later
   * than it says, never of an earlier one.
   */
  readonly revision: string;
  readonly #session: Session;
  readonly #facts: Facts;

  constructor(session: Session, revision: string, memory: FactsMemory) {
    this.#session = session;
    this.#facts = memory.seenBy(session, revision);
    this.revision = revision;
  }

  achievementUnlocks(achievementId: number, page: Page): Promise<AchievementUnlocks | undefined> {
    return achievementUnlocks(this.#session, this.#facts, achievementId, page);
  }

  userProgress(player: PlayerIdentifier, gameIds: readonly number[]): Promise<GameProgress[]> {
    return userProgress(this.#session, this.#facts, player, gameIds);
  }

  userCompletionProgress(player: PlayerIdentifier, page: Page): Promise<UserCompletionProgress> {
    return userCompletionProgress(this.#session, this.#facts, player, page);
  }

  achievementDistribution(gameId: number, choice: DistributionChoice): Promise<Distribution> {
    return achievementDistribution(this.#session, gameId, choice);
  }

  isApiKey(hash: string): Promise<boolean> {
    return isApiKey(this.#session, hash);
  }
}
