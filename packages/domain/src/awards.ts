import type { AchievementSet } from './catalogue.ts';
import type { LedgerEntry } from './ledger.ts';
import type { GameLedger } from './progress.ts';

/** The awards of a player for a game, from low to high (RULES.md, "Awards"). */
export const AWARD_KINDS = ['beaten-softcore', 'beaten-hardcore', 'completed', 'mastered'] as const;
export type AwardKind = (typeof AWARD_KINDS)[number];

/** The awards that a player holds for a game, each with the time of its granting in seconds since 1970. */
export type Awards = Readonly<Partial<Record<AwardKind, number>>>;

/** A set with fewer promoted achievements cannot be completed or mastered, unless a setting says otherwise. */
export const DEFAULT_MASTERY_MINIMUM = 6;

/**
 * The awards that these unlocks earn in this set, as RULES.md grants them.
 *
 * @param masteryMinimum how many promoted achievements a set needs to be completed or mastered
 */
export function awardsEarned(
  set: AchievementSet,
  unlocks: GameLedger,
  masteryMinimum: number = DEFAULT_MASTERY_MINIMUM,
): Awards {
  const softcore = timesOf(set, unlocks, (entry) => entry.softcoreAt, masteryMinimum);
  const hardcore = timesOf(set, unlocks, (entry) => entry.hardcoreAt ?? NEVER, masteryMinimum);
  return withoutNever({
    'beaten-softcore': softcore.beaten,
    'beaten-hardcore': hardcore.beaten,
    completed: softcore.finished,
    mastered: hardcore.finished,
  });
}

/** The awards after more were granted: none is ever lost, and a time only ever moves to an earlier one. */
export function mergeAwards(held: Awards, granted: Awards): Awards {
  const merged: Partial<Record<AwardKind, number>> = { ...held };
  for (const kind of AWARD_KINDS) {
    const at = granted[kind];
    if (at !== undefined) merged[kind] = Math.min(at, merged[kind] ?? at);
  }
  return merged;
}

/** The highest award held, or null where there is none. */
export function highestAward(awards: Awards): { kind: AwardKind; at: number } | null {
  const kind = AWARD_KINDS.findLast((candidate) => awards[candidate] !== undefined);
  const at = kind === undefined ? undefined : awards[kind];
  return kind === undefined || at === undefined ? null : { kind, at };
}

/** The time of what has not happened: later than any other, so that "the last of all" is never, too. */
const NEVER = Number.POSITIVE_INFINITY;

/** When these unlocks, in one mode, beat the set and finished it. */
function timesOf(
  set: AchievementSet,
  unlocks: GameLedger,
  timeOf: (entry: LedgerEntry) => number,
  masteryMinimum: number,
): { beaten: number; finished: number } {
  let size = 0;
  let lastOfAll = -NEVER;
  let lastProgression = -NEVER;
  let firstWin: number | null = null;
  for (const { id, promoted, kind } of set) {
    if (!promoted) continue;
    const entry = unlocks.get(id);
    const time = entry === undefined ? NEVER : timeOf(entry);
    size += 1;
    lastOfAll = Math.max(lastOfAll, time);
    if (kind === 'progression') lastProgression = Math.max(lastProgression, time);
    if (kind === 'win_condition') firstWin = Math.min(firstWin ?? NEVER, time);
  }
  const beaten = Math.max(lastProgression, firstWin ?? -NEVER);
  return {
    // A set with neither kind cannot be beaten.
    beaten: beaten === -NEVER ? NEVER : beaten,
    finished: size === 0 || size < masteryMinimum ? NEVER : lastOfAll,
  };
}

function withoutNever(awards: Record<AwardKind, number>): Awards {
  const present: Partial<Record<AwardKind, number>> = {};
  for (const kind of AWARD_KINDS) if (awards[kind] !== NEVER) present[kind] = awards[kind];
  return present;
}
