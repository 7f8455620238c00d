import { type Awards, type LedgerEntry, recordInLedger } from '@laurel/domain';
import type { Session } from '../engine/engine.ts';
import { type RowOf, statement } from '../statement.ts';
import type { Counted } from './counters.ts';
import { countedOfRow, findStanding, highestOfRow, type StandingKey } from './standing-rows.ts';
import { entryIfAny } from './unlock-rows.ts';

/** An unlock that a player's emulator reports; `at` in seconds since 1970. */
export interface UnlockRequest {
  readonly playerId: number;
  readonly achievementId: number;
  readonly at: number;
  readonly hardcore: boolean;
}

/** An unlock that is asked for, of an achievement that there is, and what was there before. */
export interface AskedUnlock {
  readonly request: UnlockRequest;
  readonly facts: UnlockFacts;
  readonly key: StandingKey;
  readonly entryBefore: LedgerEntry | undefined;
  readonly entry: LedgerEntry;
  readonly before: Counted;
  /** The highest award before. */
  readonly highest: Awards;
}

/**
 * Reads what there is of these unlocks, in their order, without those of achievements that there are not.
 *
 * @throws Error when a player does not exist
 */
export async function readAsked(
  session: Session,
  requests: readonly UnlockRequest[],
): Promise<AskedUnlock[]> {
  const found = await session.each(findFacts, requests);
  const known = requests.flatMap((request, index) => {
    const facts = found[index]?.[0];
    if (facts === undefined) return [];
    return [{ request, facts, key: { playerId: request.playerId, gameId: facts.game_id } }];
  });
  const keys = known.map(({ key }) => key);
  const rows = await session.each(findStanding, keys);
  return known.map(({ request, facts, key }, index) => {
    if (facts.untracked === null) throw new Error(`There is no player ${request.playerId}`);
    const row = rows[index]?.[0];
    const entryBefore = entryIfAny(facts);
    const entry = recordInLedger(entryBefore, request);
    return { request, facts, key, entryBefore, entry, before: countedOfRow(row), highest: highestOfRow(row) };
  });
}

/** The achievement with its game, the player, if there is one, and what the ledger holds of the two. */
export const findFacts = statement<{ playerId: number; achievementId: number }>()((db, slot) =>
  db
    .selectFrom('achievement')
    .innerJoin('game', 'game.id', 'achievement.game_id')
    .leftJoin('player', (join) => join.on('player.id', '=', slot('playerId')))
    .leftJoin('unlock', (join) =>
      join
        .on('unlock.player_id', '=', slot('playerId'))
        .onRef('unlock.achievement_id', '=', 'achievement.id'),
    )
    .select([
      'achievement.id',
      'achievement.game_id',
      'achievement.points',
      'achievement.kind',
      'achievement.promoted',
      'game.promoted_count',
      'player.untracked',
      'player.points_hardcore',
      'player.points_softcore',
      'unlock.softcore_at',
      'unlock.awarded_at',
      'unlock.hardcore',
    ])
    .where('achievement.id', '=', slot('achievementId')),
);

export type UnlockFacts = RowOf<typeof findFacts>;
