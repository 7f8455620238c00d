import {
  type Awards,
  beatenAwardsEarned,
  highestAward,
  type LedgerEntry,
  mergeAwards,
  type Points,
  type Progress,
  pointsOf,
  recordInLedger,
  type Standing,
  standingOf,
} from '@laurel/domain';
import { achievementFacts } from '../catalogue/achievement-set.ts';
import type { WriteSession } from '../engine/engine.ts';
import { type RowOf, statement } from '../statement.ts';
import type { Counted } from './counters.ts';
import type { LedgerChanges } from './ledger-changes.ts';
import type { LedgerRules } from './ledger-rules.ts';
import { READ_OF_SETS, readBeatenBy, readSetsOfPlayers, type SetOfPlayer } from './player-set.ts';
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
  type StandingKey,
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

/** An unlock that is asked for, of an achievement that there is, and what was there before. */
interface AskedUnlock {
  readonly request: UnlockRequest;
  readonly facts: Facts;
  readonly key: StandingKey;
  readonly entryBefore: LedgerEntry | undefined;
  readonly entry: LedgerEntry;
  readonly before: Counted;
  /** The highest award before. */
  readonly highest: Awards;
}

/** A standing after an unlock; and where awards may have been granted, those that were held before. */
interface After {
  readonly standing: Standing;
  readonly held?: Awards;
}

async function readAsked(session: WriteSession, requests: readonly UnlockRequest[]): Promise<AskedUnlock[]> {
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

/** The standings after those unlocks that change the ledger. */
async function standingsAfter(
  session: WriteSession,
  asked: readonly AskedUnlock[],
  rules: LedgerRules,
): Promise<Map<AskedUnlock, After>> {
  const changing = asked.filter(({ entryBefore, entry }) => !isSame(entryBefore, entry));
  const earned = await progressAndEarned(session, changing, rules);
  const earning = changing.filter((unlock) => highestAward(earned.get(unlock)?.awards ?? {}) !== null);
  const rows = await session.each(findAwards, keysOf(earning));
  const held = new Map(earning.map((unlock, index) => [unlock, awardsOf(rows[index] ?? [])]));
  const after = new Map<AskedUnlock, After>();
  for (const [unlock, { progress, awards }] of earned) {
    const before = held.get(unlock);
    // Where nothing was earned, the highest award, which the row shows, stays the highest.
    if (before === undefined) after.set(unlock, { standing: { progress, awards: unlock.highest } });
    else after.set(unlock, { standing: { progress, awards: mergeAwards(before, awards) }, held: before });
  }
  return after;
}

/** The progress after each unlock, and of the awards that are earned by then at least those that it may have earned. */
async function progressAndEarned(
  session: WriteSession,
  changing: readonly AskedUnlock[],
  { masteryMinimum }: LedgerRules,
): Promise<Map<AskedUnlock, Standing>> {
  const after = new Map<AskedUnlock, Standing>();
  const mayBeat: [AskedUnlock, Progress][] = [];
  const others: AskedUnlock[] = [];
  for (const unlock of changing) {
    const { facts, before, entryBefore, entry } = unlock;
    const achievement = achievementFacts(facts);
    const moved = progressAfter(before.progress, achievement, facts.promoted_count, entryBefore, entry);
    if (moved === undefined) others.push(unlock);
    else if (moved.mayBeat) mayBeat.push([unlock, moved.progress]);
    else after.set(unlock, { progress: moved.progress, awards: {} });
  }
  const [beatenBy, sets] = await Promise.all([
    readBeatenBy(session, keysOf(mayBeat.map(([unlock]) => unlock))),
    readSetsOfPlayers(session, keysOf(others)),
  ]);
  for (const [index, [unlock, progress]] of mayBeat.entries()) {
    const { set, ledger } = withUnlock(beatenBy[index], unlock);
    after.set(unlock, { progress, awards: beatenAwardsEarned(set, ledger) });
  }
  for (const [index, unlock] of others.entries()) {
    const { set, ledger } = withUnlock(sets[index], unlock);
    after.set(unlock, standingOf(set, ledger, {}, masteryMinimum));
  }
  return after;
}

function keysOf(unlocks: readonly AskedUnlock[]): StandingKey[] {
  return unlocks.map(({ key }) => key);
}

/** What was read of a set, and the ledger of its player after the unlock. */
function withUnlock(read: SetOfPlayer | undefined, { request, entry }: AskedUnlock) {
  const { set = [], unlocks } = read ?? {};
  return { set, ledger: new Map(unlocks).set(request.achievementId, entry) };
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

/** What is read of each unlock that is recorded. */
export const READ_OF_UNLOCKS = [findFacts, findStanding, ...READ_OF_SETS, findAwards];

type Facts = RowOf<typeof findFacts>;

function isSame(a: LedgerEntry | undefined, b: LedgerEntry): boolean {
  return a !== undefined && a.softcoreAt === b.softcoreAt && a.hardcoreAt === b.hardcoreAt;
}

function hasIn(request: UnlockRequest, entry: LedgerEntry | undefined): boolean {
  return entry !== undefined && (!request.hardcore || entry.hardcoreAt !== null);
}

function pointsOfPlayer({ points_hardcore, points_softcore }: Facts): Points {
  return { hardcore: points_hardcore ?? 0, softcore: points_softcore ?? 0 };
}

function movePoints(points: Points, before: Progress, after: Progress): Points {
  const [from, to] = [pointsOf(before), pointsOf(after)];
  return {
    hardcore: points.hardcore + to.hardcore - from.hardcore,
    softcore: points.softcore + to.softcore - from.softcore,
  };
}
