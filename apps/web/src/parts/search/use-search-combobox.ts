import type { SearchResults } from '@laurel/client';
import { useCombobox } from 'downshift';
import { type KeyboardEvent, type MouseEvent, useEffect, useState } from 'react';
import { wantedOf } from './found.ts';
import type { SearchBoxProps } from './search-box.tsx';
import { useSearch } from './use-search.ts';

type Found = SearchResults['games'][number] | SearchResults['players'][number];

/** Where an arrow leads. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** A search, and what makes a field and a list of it: the arrows choose, Enter opens. */
export function useSearchCombobox({ text, onText, onOpen, drops, start }: SearchBoxProps) {
  const search = useSearch(text);
  const { wanted, found, isCurrent, error } = search;
  const all: Found[] = found === undefined ? [] : [...found.games, ...found.players];
  const [wish, setWish] = useState(0);
  const placeOf = (index: number) => (index in all ? index : 0);
  const highlightedIndex = all.length === 0 ? -1 : placeOf(wish);
  /** What Enter was pressed for before the answer was there. */
  const [hurried, setHurried] = useState(start.isEntered ? wantedOf(text) : undefined);

  const { isOpen, getInputProps, getMenuProps, getItemProps } = useCombobox<Found>({
    items: all,
    inputValue: text,
    onInputValueChange: ({ inputValue }) => onText(inputValue),
    highlightedIndex,
    onHighlightedIndexChange: ({ highlightedIndex: index }) => setWish(index),
    // What is found is opened, never filled in.
    selectedItem: null,
    ...(drops ? { initialIsOpen: start.hasFocus } : { isOpen: true }),
    stateReducer: (state, { type, changes }) => {
      const { InputChange, InputClick, InputKeyDownEscape } = useCombobox.stateChangeTypes;
      if (type === InputChange || type === InputKeyDownEscape) return changes;
      // A click places the caret, and closes nothing.
      const isOpenAfter = type === InputClick ? { isOpen: true } : {};
      return { ...changes, ...isOpenAfter, inputValue: state.inputValue };
    },
  });
  const isShown = isOpen && wanted !== '';
  const highlighted = isShown && all.length > 0 ? getItemProps({ index: highlightedIndex }).id : undefined;

  useEffect(() => {
    if (hurried === undefined || !isCurrent) return;
    setHurried(undefined);
    if (hurried === wanted && highlighted !== undefined) document.getElementById(highlighted)?.click();
  }, [hurried, wanted, isCurrent, highlighted]);

  const press = (event: KeyboardEvent) => {
    const isEnter = event.key === 'Enter' && !event.nativeEvent.isComposing;
    // Those move the caret, and a dialog closes by itself.
    const isNative = ['Home', 'End', ...(drops ? [] : ['Escape'])].includes(event.key);
    const step = isShown && all.length > 0 && !event.altKey ? STEPS[event.key] : undefined;
    if (isEnter || isNative || step !== undefined)
      Object.assign(event.nativeEvent, { preventDownshiftDefault: true });
    if (step !== undefined) {
      event.preventDefault();
      // Downshift would count from what is drawn: of two keys before the next drawing, one would be lost.
      setWish((index) => (placeOf(index) + step + all.length) % all.length);
    }
    if (!isEnter || !isShown) return;
    event.preventDefault();
    if (error !== null) search.tryAgain();
    setHurried(wanted);
  };
  const change = (typed: string) => {
    onText(typed);
    setWish(0);
    setHurried(undefined);
  };
  const open = (event: MouseEvent) => {
    // Those open it elsewhere.
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) onOpen();
  };

  return {
    search,
    isShown,
    inputProps: getInputProps({
      'aria-label': 'Search games and players',
      'aria-expanded': isShown && all.length > 0,
      autoFocus: start.hasFocus,
      // At once, and not when React gets round to it: the caret stays where it is.
      onChange: ({ currentTarget }) => change(currentTarget.value),
      onKeyDown: press,
    }),
    listProps: getMenuProps({ 'aria-label': 'What was found' }),
    optionProps: (index: number) => getItemProps({ index, onClick: open }),
  };
}
