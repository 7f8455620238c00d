import type { AchievementSet } from '@laurel/domain';
import { achievementFacts, findSet } from '../catalogue/achievement-set.ts';
import type { Session } from '../engine/engine.ts';

/** How many sets are remembered, so that memory does not grow with the catalogue. */
const REMEMBERED = 5_000;

/** Reads sets once each, within a transaction in which they no longer change. */
export class SetCache {
  readonly #session: Session;
  readonly #sets = new Map<number, AchievementSet>();

  constructor(session: Session) {
    this.#session = session;
  }

  async get(gameId: number): Promise<AchievementSet> {
    let set = this.#sets.get(gameId);
    if (set === undefined) {
      set = (await this.#session.all(findSet, { gameId })).map(achievementFacts);
      if (this.#sets.size >= REMEMBERED) this.#sets.clear();
      this.#sets.set(gameId, set);
    }
    return set;
  }
}
