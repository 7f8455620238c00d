import { isOneOf, labelsOf } from '../../parts/labels.ts';

/** An achievement of a set, as the page of its game shows it. */
export interface SetAchievement {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly points: number;
  /** RetroPoints: the points, worth more the rarer it is. */
  readonly trueRatio: number;
  readonly badgeName: string;
  readonly type: string | null;
  readonly displayOrder: number;
  readonly numAwarded: number;
  readonly numAwardedHardcore: number;
  readonly dateEarned?: string | undefined;
  readonly dateEarnedHardcore?: string | undefined;
}

const SORTS = {
  set: { label: 'Order of the set', compare: (a, b) => a.displayOrder - b.displayOrder || a.id - b.id },
  common: { label: 'Most unlocked first', compare: (a, b) => b.numAwarded - a.numAwarded },
  rare: { label: 'Rarest first', compare: (a, b) => a.numAwarded - b.numAwarded },
  points: { label: 'Most points first', compare: (a, b) => b.points - a.points },
  title: { label: 'Title', compare: (a, b) => a.title.localeCompare(b.title) },
  earned: {
    label: 'You unlocked it last',
    compare: (a, b) => (earnedAt(b) ?? '').localeCompare(earnedAt(a) ?? ''),
  },
} as const satisfies Record<
  string,
  { readonly label: string; readonly compare: (a: SetAchievement, b: SetAchievement) => number }
>;

const FILTERS = {
  progression: {
    label: 'Needed to beat the game',
    test: ({ type }) => type === 'progression' || type === 'win_condition',
  },
  missable: { label: 'Missable', test: ({ type }) => type === 'missable' },
  locked: { label: 'You have yet to unlock', test: (achievement) => earnedAt(achievement) === undefined },
  unlocked: { label: 'You have', test: (achievement) => earnedAt(achievement) !== undefined },
} as const satisfies Record<
  string,
  { readonly label: string; readonly test: (achievement: SetAchievement) => boolean }
>;

export type AchievementSort = keyof typeof SORTS;
export type SetFilter = keyof typeof FILTERS;

export function isAchievementSort(value: unknown): value is AchievementSort {
  return isOneOf(SORTS, value);
}

export function isSetFilter(value: unknown): value is SetFilter {
  return isOneOf(FILTERS, value);
}

/** What only somebody who is signed in can ask for. */
const OF_THE_READER: ReadonlySet<string> = new Set<AchievementSort | SetFilter>([
  'earned',
  'locked',
  'unlocked',
]);

/** The orders to choose from. */
export function sortLabels(isSignedIn: boolean): [AchievementSort, string][] {
  return labelsOf(SORTS).filter(([sort]) => isSignedIn || !OF_THE_READER.has(sort));
}

/** The parts to choose from. */
export function filterLabels(isSignedIn: boolean): [SetFilter, string][] {
  return labelsOf(FILTERS).filter(([part]) => isSignedIn || !OF_THE_READER.has(part));
}

/** When the reader unlocked it in any mode, as the API has it; nothing where they have not, or nobody is signed in. */
export function earnedAt({ dateEarned, dateEarnedHardcore }: SetAchievement): string | undefined {
  return dateEarned ?? dateEarnedHardcore;
}

/** The part of a set that is asked for, in the order that is asked for; equal ones stay in the order of the set. */
export function arranged(
  achievements: readonly SetAchievement[],
  {
    sort = 'set',
    show,
  }: { readonly sort?: AchievementSort | undefined; readonly show?: SetFilter | undefined },
): SetAchievement[] {
  return achievements
    .filter((achievement) => show === undefined || FILTERS[show].test(achievement))
    .toSorted(SORTS.set.compare)
    .toSorted(SORTS[sort].compare);
}
