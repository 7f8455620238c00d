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

type Mode = (entry: LedgerEntry) => number | null;
const softcore: Mode = (entry) => entry.softcoreAt;
const hardcore: Mode = (entry) => entry.hardcoreAt;

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
  return withoutMissing({
    'beaten-softcore': beatenAt(set, unlocks, softcore),
    'beaten-hardcore': beatenAt(set, unlocks, hardcore),
    completed: finishedAt(set, unlocks, softcore, masteryMinimum),
    mastered: finishedAt(set, unlocks, hardcore, masteryMinimum),
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

function beatenAt(set: AchievementSet, unlocks: GameLedger, mode: Mode): number | null {
  const progression = timesOf(set, unlocks, mode, 'progression');
  const winning = timesOf(set, unlocks, mode, 'win_condition');
  if (progression.length === 0 && winning.length === 0) return null;
  const needed = progression;
  if (winning.length > 0) {
    const won = winning.filter((time) => time !== null);
    needed.push(won.length === 0 ? null : Math.min(...won));
  }
  return latest(needed);
}

function finishedAt(set: AchievementSet, unlocks: GameLedger, mode: Mode, minimum: number): number | null {
  const times = timesOf(set, unlocks, mode);
  return times.length === 0 || times.length < minimum ? null : latest(times);
}

/** When each promoted achievement (of this kind, if one is given) was unlocked; null for one that was not. */
function timesOf(set: AchievementSet, unlocks: GameLedger, mode: Mode, kind?: string): (number | null)[] {
  const times: (number | null)[] = [];
  for (const achievement of set) {
    if (!achievement.promoted || (kind !== undefined && achievement.kind !== kind)) continue;
    const entry = unlocks.get(achievement.id);
    times.push(entry === undefined ? null : mode(entry));
  }
  return times;
}

/** The last of these times, of which there is at least one; null where one is missing. */
function latest(times: readonly (number | null)[]): number | null {
  const present = times.filter((time) => time !== null);
  return present.length < times.length ? null : Math.max(...present);
}

function withoutMissing(awards: Record<AwardKind, number | null>): Awards {
  const present: Partial<Record<AwardKind, number>> = {};
  for (const kind of AWARD_KINDS) {
    const at = awards[kind];
    if (at !== null) present[kind] = at;
  }
  return present;
}
