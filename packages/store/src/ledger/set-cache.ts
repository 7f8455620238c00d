import type { AchievementSet } from '@laurel/domain';
import { achievementFacts, findSet } from '../catalogue/achievement-set.ts';
import type { Session } from '../engine/engine.ts';
import { RecentMap } from '../recent-map.ts';

/** About 25 MB of sets, or twice that; memory does not grow with the catalogue. */
const REMEMBERED = 10_000;

/** Reads sets within a transaction in which they no longer change, those that are asked for often once each. */
export class SetCache {
  readonly #session: Session;
  readonly #sets = new RecentMap<number, AchievementSet>(REMEMBERED);

  constructor(session: Session) {
    this.#session = session;
  }

  async get(gameId: number): Promise<AchievementSet> {
    let set = this.#sets.get(gameId);
    if (set === undefined) {
      set = (await this.#session.all(findSet, { gameId })).map(achievementFacts);
      this.#sets.set(gameId, set);
    }
    return set;
  }
}
