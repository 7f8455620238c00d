import {
  type LedgerEntry,
  type Points,
  type Progress,
  pointsOf,
  recordInLedger,
  type Standing,
  standingOf,
} from '@laurel/domain';
import { achievementFacts } from '../catalogue/achievement-set.ts';
import type { WriteSession } from '../engine/engine.ts';
import { statement } from '../statement.ts';
import type { LedgerChanges } from './ledger-changes.ts';
import type { LedgerRules } from './ledger-rules.ts';
import { readSetOfPlayer } from './player-set.ts';
import { progressAfter } from './progress-after.ts';
import {
  awardKind,
  awardRows,
  awardsOf,
  countedOf,
  countedOfRow,
  findAwards,
  findStanding,
  highestOfRow,
  standingRow,
} from './standing-rows.ts';
import { entryColumns, entryIfAny } from './unlock-rows.ts';

/** An unlock that a player's emulator reports; `at` in seconds since 1970. */
export interface UnlockRequest {
  readonly playerId: number;
  readonly achievementId: number;
  readonly at: number;
  readonly hardcore: boolean;
}

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
 * Records an unlock in the ledger, with everything that follows from it for its player. The same unlock again
 * changes nothing (RULES.md, "The ledger"). The session owns the player already.
 *
 * @param changes gathers what is to be written; it holds nothing of this player yet
 */
export async function recordUnlock(
  session: WriteSession,
  request: UnlockRequest,
  changes: LedgerChanges,
  rules: LedgerRules,
): Promise<RecordOutcome> {
  const facts = await session.first(findFacts, request);
  if (facts === undefined) return { kind: 'unknown-achievement' };
  if (facts.untracked === null) throw new Error(`There is no player ${request.playerId}`);
  const key = { playerId: request.playerId, gameId: facts.game_id };
  const entryBefore = entryIfAny(facts);
  const entry = recordInLedger(entryBefore, request);
  const rowBefore = await session.first(findStanding, key);
  const before = countedOfRow(rowBefore);
  let { progress } = before;

  if (!isSame(entryBefore, entry)) {
    const tracked = facts.untracked === 0;
    changes.unlocks.push({
      player_id: request.playerId,
      achievement_id: request.achievementId,
      ...entryColumns(entry),
      tracked: tracked ? 1 : 0,
    });
    const achievement = achievementFacts(facts);
    const moved = progressAfter(progress, achievement, facts.promoted_count, entryBefore, entry);
    const after =
      moved === undefined
        ? await lookAtSet(tracked)
        : // The highest award, which the row shows, stays the highest.
          { progress: moved, awards: highestOfRow(rowBefore) };
    changes.standings.push(standingRow(key, after));
    if (tracked) changes.movements.addToList(request, entryBefore, entry);
    changes.movements.add(key, before, countedOf(after), tracked);
    progress = after.progress;
  }

  return {
    kind: hasIn(request, entryBefore) ? 'already' : 'recorded',
    promoted: facts.promoted === 1,
    points: movePoints(
      { hardcore: facts.points_hardcore ?? 0, softcore: facts.points_softcore ?? 0 },
      before.progress,
      progress,
    ),
    remaining: facts.promoted_count - (request.hardcore ? progress.achievedHardcore : progress.achieved),
  };

  /** The standing after the unlock; awards that it grants or makes earlier are among the changes. */
  async function lookAtSet(tracked: boolean): Promise<Standing> {
    const { set, unlocks } = await readSetOfPlayer(session, key);
    const held = awardsOf(await session.all(findAwards, key));
    const unlocksAfter = new Map(unlocks).set(request.achievementId, entry);
    const standing = standingOf(set, unlocksAfter, held, rules.masteryMinimum);
    const rows = awardRows(key, standing.awards, tracked);
    if (rows.some(({ kind, at }) => held[awardKind(kind)] !== at)) {
      changes.awards.push(...rows);
      if (tracked) changes.movements.addToAwards(held, standing.awards);
    }
    return standing;
  }
}

/** The achievement with its game, the player, if there is one, and what the ledger holds of the two. */
const findFacts = statement<{ playerId: number; achievementId: number }>()((db, slot) =>
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

function isSame(a: LedgerEntry | undefined, b: LedgerEntry): boolean {
  return a !== undefined && a.softcoreAt === b.softcoreAt && a.hardcoreAt === b.hardcoreAt;
}

function hasIn(request: UnlockRequest, entry: LedgerEntry | undefined): boolean {
  return entry !== undefined && (!request.hardcore || entry.hardcoreAt !== null);
}

function movePoints(points: Points, before: Progress, after: Progress): Points {
  const [from, to] = [pointsOf(before), pointsOf(after)];
  return {
    hardcore: points.hardcore + to.hardcore - from.hardcore,
    softcore: points.softcore + to.softcore - from.softcore,
  };
}
