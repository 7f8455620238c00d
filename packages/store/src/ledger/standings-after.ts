import {
  type Awards,
  beatenAwardsEarned,
  highestAward,
  type LedgerEntry,
  mergeAwards,
  type Progress,
  type Standing,
  standingOf,
} from '@laurel/domain';
import { achievementFacts } from '../catalogue/achievement-set.ts';
import type { Session } from '../engine/engine.ts';
import type { AskedUnlock } from './asked-unlock.ts';
import type { LedgerRules } from './ledger-rules.ts';
import { readBeatenBy, readSetsOfPlayers, type SetOfPlayer } from './player-set.ts';
import { progressAfter } from './progress-after.ts';
import { awardsOf, findAwards, type StandingKey } from './standing-rows.ts';

/** A standing after an unlock; and where awards have been earned by then, those that were held before. */
export interface After {
  readonly standing: Standing;
  readonly held?: Awards;
}

/** The standings after those unlocks that change the ledger. */
export async function standingsAfter(
  session: Session,
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

/** The progress after each unlock, with every award that it can have earned; earlier ones may be among them. */
async function progressAndEarned(
  session: Session,
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

function isSame(a: LedgerEntry | undefined, b: LedgerEntry): boolean {
  return a !== undefined && a.softcoreAt === b.softcoreAt && a.hardcoreAt === b.hardcoreAt;
}
