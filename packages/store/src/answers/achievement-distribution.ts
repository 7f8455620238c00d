import { type Distribution, distributionOf } from '@laurel/domain';
import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import { statement } from '../statement.ts';

/** Which achievements of a game are counted. */
export interface DistributionChoice {
  /** Only hardcore unlocks, or all. */
  readonly hardcore: boolean;
  /** Promoted achievements, or unpromoted ones. */
  readonly promoted: boolean;
}

/** How many players have exactly n achievements of the game, for each n; empty for a game that does not exist. */
export async function achievementDistribution(
  session: Session,
  facts: Facts,
  gameId: number,
  choice: DistributionChoice,
): Promise<Distribution> {
  const game = await facts.game(gameId);
  if (game === undefined) return [];
  const buckets = await session.all(listBuckets, {
    gameId,
    promoted: choice.promoted ? 1 : 0,
    hardcore: choice.hardcore ? 1 : 0,
  });
  return distributionOf(choice.promoted ? game.promotedCount : game.unpromotedCount, buckets);
}

const listBuckets = statement<{ gameId: number; promoted: number; hardcore: number }>()((db, slot) =>
  db
    .selectFrom('distribution')
    .select(['achieved', 'players'])
    .where('game_id', '=', slot('gameId'))
    .where('promoted', '=', slot('promoted'))
    .where('hardcore', '=', slot('hardcore')),
);
