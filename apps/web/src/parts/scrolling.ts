import { createContext, useContext, useState } from 'react';

/** Whether the list around is being scrolled through. */
export const Scrolling = createContext(false);

/** Whether this has been in a list that stood still: what is only passed by is not worth loading. */
export function useHasSettled(): boolean {
  const isScrolling = useContext(Scrolling);
  const [hasSettled, setHasSettled] = useState(!isScrolling);
  if (!hasSettled && !isScrolling) setHasSettled(true);
  return hasSettled;
}
