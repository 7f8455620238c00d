import { type LedgerEntry, type Points, type Progress, pointsOf } from '@laurel/domain';
import type { WriteSession } from '../engine/engine.ts';
import {
  type AskedUnlock,
  findFacts,
  readAsked,
  type UnlockFacts,
  type UnlockRequest,
} from './asked-unlock.ts';
import type { LedgerChanges } from './ledger-changes.ts';
import type { LedgerRules } from './ledger-rules.ts';
import { READ_OF_SETS } from './player-set.ts';
import { awardKind, awardRows, countedOf, findAwards, findStanding, standingRow } from './standing-rows.ts';
import { type After, standingsAfter } from './standings-after.ts';
import { entryColumns } from './unlock-rows.ts';

export type RecordOutcome =
  | { readonly kind: 'unknown-achievement' }
  | { readonly kind: 'too-early' }
  | {
      /** `already` when the player had it in this mode (or a higher one) before. */
      readonly kind: 'recorded' | 'already';
      readonly promoted: boolean;
      /** The player's points afterwards. */
      readonly points: Points;
      /** Promoted achievements of the game that the player does not have yet, in the mode of the unlock. */
      readonly remaining: number;
    };

/**
 * Records unlocks of different players in the ledger, with everything that follows from them. The same unlock again
 * changes nothing (RULES.md, "The ledger"). The session owns the players already.
 *
 * @param changes gathers what is to be written; it holds nothing of these players yet
 * @returns what came of each, in their order
 */
export async function recordUnlocks(
  session: WriteSession,
  requests: readonly UnlockRequest[],
  changes: LedgerChanges,
  rules: LedgerRules,
): Promise<RecordOutcome[]> {
  const asked = await readAsked(session, requests);
  const changed = await standingsAfter(session, asked, rules);
  for (const [unlock, after] of changed) gather(unlock, after, changes);
  const outcomes = new Map(
    asked.map((unlock) => [unlock.request, outcomeOf(unlock, changed.get(unlock)?.standing.progress)]),
  );
  return requests.map((request) => outcomes.get(request) ?? { kind: 'unknown-achievement' });
}

/** Adds to the changes what follows from an unlock. */
function gather(
  { request, facts, key, entryBefore, entry, before }: AskedUnlock,
  { standing, held }: After,
  changes: LedgerChanges,
): void {
  const tracked = facts.untracked === 0;
  changes.unlocks.push({
    player_id: request.playerId,
    achievement_id: request.achievementId,
    ...entryColumns(entry),
    tracked: tracked ? 1 : 0,
  });
  changes.standings.push(standingRow(key, standing));
  if (tracked) {
    changes.movements.addToList(request, entryBefore, entry);
    const points = pointsOfPlayer(facts);
    changes.movements.addToBands(
      points.hardcore,
      movePoints(points, before.progress, standing.progress).hardcore,
    );
  }
  changes.movements.add(key, before, countedOf(standing), tracked);
  if (held === undefined) return;
  const rows = awardRows(key, standing.awards, tracked);
  if (rows.every(({ kind, at }) => held[awardKind(kind)] === at)) return;
  changes.awards.push(...rows);
  if (tracked) changes.movements.addToAwards(held, standing.awards);
}

/** @param after the progress after it, where that changed */
function outcomeOf(
  { request, facts, entryBefore, before }: AskedUnlock,
  after: Progress = before.progress,
): RecordOutcome {
  return {
    kind: hasIn(request, entryBefore) ? 'already' : 'recorded',
    promoted: facts.promoted === 1,
    points: movePoints(pointsOfPlayer(facts), before.progress, after),
    remaining: facts.promoted_count - (request.hardcore ? after.achievedHardcore : after.achieved),
  };
}

/** What is read of each unlock that is recorded. */
export const READ_OF_UNLOCKS = [findFacts, findStanding, ...READ_OF_SETS, findAwards];

function hasIn(request: UnlockRequest, entry: LedgerEntry | undefined): boolean {
  return entry !== undefined && (!request.hardcore || entry.hardcoreAt !== null);
}

function pointsOfPlayer({ points_hardcore, points_softcore }: UnlockFacts): Points {
  return { hardcore: points_hardcore ?? 0, softcore: points_softcore ?? 0 };
}

function movePoints(points: Points, before: Progress, after: Progress): Points {
  const [from, to] = [pointsOf(before), pointsOf(after)];
  return {
    hardcore: points.hardcore + to.hardcore - from.hardcore,
    softcore: points.softcore + to.softcore - from.softcore,
  };
}
