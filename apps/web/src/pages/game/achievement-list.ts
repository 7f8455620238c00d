/** An achievement of a set, as the page of its game shows it. */
export interface SetAchievement {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly points: number;
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
  locked: { label: 'Not unlocked yet', test: ({ dateEarned }) => dateEarned === undefined },
} as const satisfies Record<
  string,
  { readonly label: string; readonly test: (achievement: SetAchievement) => boolean }
>;

export type AchievementSort = keyof typeof SORTS;
export type SetFilter = keyof typeof FILTERS;

export function isAchievementSort(value: unknown): value is AchievementSort {
  return typeof value === 'string' && Object.hasOwn(SORTS, value);
}

export function isSetFilter(value: unknown): value is SetFilter {
  return typeof value === 'string' && Object.hasOwn(FILTERS, value);
}

export const SORT_LABELS = labelsOf(SORTS);
export const FILTER_LABELS = labelsOf(FILTERS);

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

function labelsOf<Key extends string>(choices: Record<Key, { readonly label: string }>): [Key, string][] {
  return Object.entries<{ readonly label: string }>(choices).map(([key, { label }]) => [key as Key, label]);
}
