import { useCallback, useSyncExternalStore } from 'react';

/** As in the style sheets. */
const NARROW = '(max-width: 34rem)';

/** Whether the window is as narrow as that of a phone. */
export function useIsNarrow(): boolean {
  return useMedia(NARROW);
}

/** Whether the screen is such as the query says. */
export function useMedia(query: string): boolean {
  const watch = useCallback(
    (changed: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(watch, () => window.matchMedia(query).matches);
}

/** How many pixels a rem has: as many as the reader wants. */
export function pixelsOfRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
