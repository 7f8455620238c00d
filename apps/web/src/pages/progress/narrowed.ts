import type { AwardKind } from '../../parts/award.tsx';
import { isOneOf, labelsOf } from '../../parts/labels.ts';

/** A game of a completion progress. */
export interface PlayedGame {
  readonly gameId: number;
  readonly title: string;
  readonly imageIcon: string;
  readonly consoleId: number;
  readonly consoleName: string;
  readonly maxPossible: number;
  readonly numAwarded: number;
  readonly numAwardedHardcore: number;
  readonly mostRecentAwardedDate: string;
  readonly highestAwardKind: AwardKind | null;
  readonly highestAwardDate: string | null;
}

const AWARDS = {
  mastered: { label: 'Mastered', test: (kind) => kind === 'mastered' },
  completed: { label: 'Completed or mastered', test: (kind) => kind === 'mastered' || kind === 'completed' },
  beaten: { label: 'Beaten or more', test: (kind) => kind !== null },
  unfinished: { label: 'Not beaten yet', test: (kind) => kind === null },
} as const satisfies Record<string, { label: string; test: (kind: AwardKind | null) => boolean }>;

const SORTS = {
  recent: { label: 'Newest unlock first', compare: () => 0 },
  oldest: {
    label: 'Oldest unlock first',
    compare: (a, b) => a.mostRecentAwardedDate.localeCompare(b.mostRecentAwardedDate),
  },
  award: {
    label: 'Newest award first',
    compare: (a, b) => (b.highestAwardDate ?? '').localeCompare(a.highestAwardDate ?? ''),
  },
  share: { label: 'Nearest to the end', compare: (a, b) => shareOf(b) - shareOf(a) },
  left: { label: 'Fewest left', compare: (a, b) => leftOf(a) - leftOf(b) },
  title: { label: 'Title', compare: (a, b) => a.title.localeCompare(b.title) },
} as const satisfies Record<string, { label: string; compare: (a: PlayedGame, b: PlayedGame) => number }>;

export type AwardFilter = keyof typeof AWARDS;
export type ProgressSort = keyof typeof SORTS;

export function isAwardFilter(value: unknown): value is AwardFilter {
  return isOneOf(AWARDS, value);
}

export function isProgressSort(value: unknown): value is ProgressSort {
  return isOneOf(SORTS, value);
}

export const AWARD_FILTERS = labelsOf(AWARDS);
export const PROGRESS_SORTS = labelsOf(SORTS);

export interface Narrowing {
  readonly system?: number | undefined;
  readonly award?: AwardFilter | undefined;
  readonly sort?: ProgressSort | undefined;
  /** Part of a title, in any case. */
  readonly q?: string | undefined;
}

/** The games that are asked for, in the order that is asked for. They come as the server has them: played last, first. */
export function narrowed<Game extends PlayedGame>(
  games: readonly Game[],
  { system, award, sort = 'recent', q = '' }: Narrowing,
): Game[] {
  const wanted = q.trim().toLocaleLowerCase();
  return games
    .filter(
      (game) =>
        (system === undefined || game.consoleId === system) &&
        (award === undefined || AWARDS[award].test(game.highestAwardKind)) &&
        game.title.toLocaleLowerCase().includes(wanted),
    )
    .toSorted(SORTS[sort].compare);
}

/** The systems of the games, by name. */
export function systemsOf(games: readonly PlayedGame[]): { id: number; name: string }[] {
  const names = new Map(games.map(({ consoleId, consoleName }) => [consoleId, consoleName]));
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
}

function shareOf({ numAwarded, maxPossible }: PlayedGame): number {
  return maxPossible === 0 ? 0 : numAwarded / maxPossible;
}

/** Finished ones come last. */
function leftOf({ numAwarded, maxPossible }: PlayedGame): number {
  return maxPossible > numAwarded ? maxPossible - numAwarded : Number.MAX_SAFE_INTEGER;
}
