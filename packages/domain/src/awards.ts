import type { AchievementFacts, AchievementKind, AchievementSet } from './catalogue.ts';
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
  const { softcore, hardcore } = coursesOf(set, unlocks);
  return withoutNever({
    'beaten-softcore': softcore.beatenAt(),
    'beaten-hardcore': hardcore.beatenAt(),
    completed: softcore.finishedAt(masteryMinimum),
    mastered: hardcore.finishedAt(masteryMinimum),
  });
}

/**
 * Those of the {@link awardsEarned} that are for beating the game. Of its set, only what it is beaten by is needed
 * ({@link countsForBeaten}).
 */
export function beatenAwardsEarned(set: AchievementSet, unlocks: GameLedger): Awards {
  const { softcore, hardcore } = coursesOf(set, unlocks);
  return withoutNever({
    'beaten-softcore': softcore.beatenAt(),
    'beaten-hardcore': hardcore.beatenAt(),
  });
}

/** The kinds of the achievements by which a game is beaten (RULES.md, "Awards"). */
export const KINDS_FOR_BEATEN = ['progression', 'win_condition'] as const satisfies AchievementKind[];

/** Whether it is one of those by which its game is beaten. */
export function countsForBeaten({ kind, promoted }: AchievementFacts): boolean {
  return promoted && KINDS_FOR_BEATEN.some((counting) => counting === kind);
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

function coursesOf(set: AchievementSet, unlocks: GameLedger): { softcore: Course; hardcore: Course } {
  const softcore = new Course();
  const hardcore = new Course();
  for (const { id, promoted, kind } of set) {
    if (!promoted) continue;
    const entry = unlocks.get(id);
    softcore.add(kind, entry?.softcoreAt ?? NEVER);
    hardcore.add(kind, entry?.hardcoreAt ?? NEVER);
  }
  return { softcore, hardcore };
}

/** How a player's unlocks of a set, in one mode, lead to its awards. */
class Course {
  #size = 0;
  #lastOfAll = -NEVER;
  #lastProgression = -NEVER;
  #firstWin: number | null = null;

  /** Takes in one promoted achievement, and when it was unlocked. */
  add(kind: AchievementKind | null, time: number): void {
    this.#size += 1;
    this.#lastOfAll = Math.max(this.#lastOfAll, time);
    if (kind === 'progression') this.#lastProgression = Math.max(this.#lastProgression, time);
    if (kind === 'win_condition') this.#firstWin = Math.min(this.#firstWin ?? NEVER, time);
  }

  /** The later of the last progression and the first win; a set with neither kind cannot be beaten. */
  beatenAt(): number {
    const at = Math.max(this.#lastProgression, this.#firstWin ?? -NEVER);
    return at === -NEVER ? NEVER : at;
  }

  finishedAt(minimum: number): number {
    return this.#size === 0 || this.#size < minimum ? NEVER : this.#lastOfAll;
  }
}

function withoutNever(awards: Awards): Awards {
  const present: Partial<Record<AwardKind, number>> = {};
  for (const kind of AWARD_KINDS) {
    const at = awards[kind];
    if (at !== undefined && at !== NEVER) present[kind] = at;
  }
  return present;
}
