import {
  type GameLedger,
  type LedgerEntry,
  type Points,
  type Progress,
  pointsOf,
  recordInLedger,
  standingOf,
} from '@laurel/domain';
import { achievementFacts, findSet } from '../catalogue/achievement-set.ts';
import type { Session, WriteSession } from '../engine/engine.ts';
import { statement } from '../statement.ts';
import type { Movements } from './counters.ts';
import {
  awardRows,
  awardsOf,
  countedOf,
  countedOfRow,
  findAwards,
  findStanding,
  type StandingKey,
  saveAwards,
  saveStandings,
  standingRow,
} from './standing-rows.ts';
import { entryColumns, entryOf, findGameLedger, mergeUnlocks } from './unlock-rows.ts';

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
 * @param movements gathers what moves in the numbers; it is for the caller to write them
 */
export async function recordUnlock(
  session: WriteSession,
  request: UnlockRequest,
  movements: Movements,
  { masteryMinimum }: { readonly masteryMinimum: number },
): Promise<RecordOutcome> {
  const achievement = await session.first(findAchievement, { id: request.achievementId });
  if (achievement === undefined) return { kind: 'unknown-achievement' };
  const gameId = achievement.game_id;
  const key = { playerId: request.playerId, gameId };
  const player = await session.first(findPlayer, { id: request.playerId });
  if (player === undefined) throw new Error(`There is no player ${request.playerId}`);

  const set = (await session.all(findSet, { gameId })).map(achievementFacts);
  const unlocks = await readGameLedger(session, key);
  const entryBefore = unlocks.get(request.achievementId);
  const entry = recordInLedger(entryBefore, request);
  const before = countedOfRow(await session.first(findStanding, key));
  const held = awardsOf(await session.all(findAwards, key));
  const unlocksAfter = new Map(unlocks).set(request.achievementId, entry);
  const after = standingOf(set, unlocksAfter, held, masteryMinimum);
  const pointsBefore = { hardcore: player.points_hardcore, softcore: player.points_softcore };

  if (!isSame(entryBefore, entry)) {
    const tracked = player.untracked === 0;
    await mergeUnlocks(session, [
      {
        player_id: request.playerId,
        game_id: gameId,
        achievement_id: request.achievementId,
        ...entryColumns(entry),
        tracked: tracked ? 1 : 0,
      },
    ]);
    await saveStandings(session, [standingRow(key, after)]);
    await saveAwards(session, awardRows(key, after.awards));
    if (tracked) movements.addToAchievement(request.achievementId, entryBefore, entry);
    movements.add(key, before, countedOf(after), tracked);
  }

  const achieved = request.hardcore ? after.progress.achievedHardcore : after.progress.achieved;
  return {
    kind: hasIn(request, entryBefore) ? 'already' : 'recorded',
    promoted: achievement.promoted === 1,
    points: movePoints(pointsBefore, before.progress, after.progress),
    remaining: achievement.promoted_count - achieved,
  };
}

const findAchievement = statement<{ id: number }>()((db, slot) =>
  db
    .selectFrom('achievement')
    .innerJoin('game', 'game.id', 'achievement.game_id')
    .select(['achievement.game_id', 'achievement.promoted', 'game.promoted_count'])
    .where('achievement.id', '=', slot('id')),
);

const findPlayer = statement<{ id: number }>()((db, slot) =>
  db
    .selectFrom('player')
    .select(['untracked', 'points_hardcore', 'points_softcore'])
    .where('id', '=', slot('id')),
);

async function readGameLedger(session: Session, key: StandingKey): Promise<GameLedger> {
  const rows = await session.all(findGameLedger, key);
  return new Map(rows.map((row) => [row.achievement_id, entryOf(row)]));
}

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
