import { type SearchResults, search } from '@laurel/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { authorization } from '../../data/session.ts';
import { reasonOf } from '../read.tsx';
import { bestOf, foundWords, ROOM, wantedOf } from './found.ts';

/** Milliseconds without a key stroke after which the server is asked. */
const PAUSE = 120;

/** What a search knows. */
export interface Search {
  /** What is looked for; empty for nothing. */
  readonly wanted: string;
  /** What was found, for what was typed before while the answer is on its way. */
  readonly found: SearchResults | undefined;
  /** Whether what was found is for what is typed now. */
  readonly isCurrent: boolean;
  readonly error: Error | null;
  readonly tryAgain: () => void;
}

/** Looks for games and players as one types. An answer that is late is never shown over that of a later key stroke. */
export function useSearch(typed: string): Search {
  const wanted = wantedOf(typed);
  const settled = useSettled(wanted);
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['search', settled],
    queryFn: async ({ signal }) =>
      bestOf(await search(await authorization(), { query: settled, count: ROOM }, { signal })),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  });
  const found = wanted === '' ? undefined : data;
  const isSettled = wanted === settled;
  return {
    wanted,
    found,
    isCurrent: isSettled && found !== undefined && !isPlaceholderData,
    error: isSettled && wanted !== '' ? error : null,
    tryAgain: () => void refetch(),
  };
}

/** How far a search is, in words. */
export function wordsOf({ wanted, found, isCurrent, error }: Search): string {
  if (error !== null) return `${reasonOf(error)} Press Enter to try again.`;
  return isCurrent && found !== undefined ? foundWords(found, wanted) : 'Searching …';
}

/** The value, once it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
