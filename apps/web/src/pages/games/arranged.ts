import { isOneOf, labelsOf } from '../../parts/labels.ts';

/** A game of a system, as the list shows it. */
export interface ListedGame {
  readonly id: number;
  readonly title: string;
  readonly imageIcon: string;
  readonly numAchievements: number;
  readonly points: number;
}

const SORTS = {
  title: { label: 'Title', compare: () => 0 },
  achievements: { label: 'Most achievements', compare: (a, b) => b.numAchievements - a.numAchievements },
  points: { label: 'Most points', compare: (a, b) => b.points - a.points },
} as const satisfies Record<string, { label: string; compare: (a: ListedGame, b: ListedGame) => number }>;

export type GameSort = keyof typeof SORTS;

export function isGameSort(value: unknown): value is GameSort {
  return isOneOf(SORTS, value);
}

export const GAME_SORTS = labelsOf(SORTS);

/** What of a list is wanted. */
export interface Wanted {
  /** Part of a title, in any case. */
  readonly q?: string | undefined;
  readonly sort?: GameSort | undefined;
  /** Also games without achievements. */
  readonly empty?: boolean | undefined;
}

/** The games that are asked for, in the order that is asked for. They come as the server has them, by title. */
export function arranged<Game extends ListedGame>(
  games: readonly Game[],
  { q = '', sort = 'title', empty = false }: Wanted,
): Game[] {
  const wanted = q.trim().toLocaleLowerCase();
  return games
    .filter(
      ({ title, numAchievements }) =>
        (empty || numAchievements > 0) && title.toLocaleLowerCase().includes(wanted),
    )
    .sort(SORTS[sort].compare);
}
