import { useEffect } from 'react';

interface SearchKey {
  readonly modifier: 'ctrlKey' | 'metaKey';
  /** For people. */
  readonly label: string;
  /** For `aria-keyshortcuts`. */
  readonly name: string;
}

/**
 * The keys that open the search: with a modifier, for a letter alone would be pressed unknowingly by who speaks to
 * the computer (WCAG 2.1.4).
 *
 * @param platform that of the browser's navigator
 */
export function searchKeyOn(platform: string): SearchKey {
  return /^(?:Mac|iP)/.test(platform)
    ? { modifier: 'metaKey', label: '⌘ K', name: 'Meta+K' }
    : { modifier: 'ctrlKey', label: 'Ctrl K', name: 'Control+K' };
}

/** Whether a key stroke asks for the search. */
export function asksForSearch(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  { modifier }: SearchKey,
): boolean {
  const other = modifier === 'ctrlKey' ? 'metaKey' : 'ctrlKey';
  return (
    event.key.toLowerCase() === 'k' && event[modifier] && !event[other] && !event.altKey && !event.shiftKey
  );
}

/** Does something where the keys of the search are pressed, wherever the focus is, but not under a dialog. */
export function useSearchKey(act: () => void): SearchKey {
  const searchKey = searchKeyOn(navigator.platform);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!asksForSearch(event, searchKey) || document.querySelector(':modal') !== null) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
  return searchKey;
}
