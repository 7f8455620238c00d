import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import styles from './long-list.module.css';
import { pixelsOfRem } from './media.ts';
import { Scrolling } from './scrolling.ts';

interface LongListProps<Item> {
  readonly items: readonly Item[];
  /** The same function for every render. */
  readonly keyOf: (item: Item) => number;
  /** In rem: where nothing in a row takes more. */
  readonly row: number;
  /** How many stand side by side; one by default. */
  readonly columns?: number;
  /** Of the list, and of each of its items. */
  readonly className?: string | undefined;
  readonly itemClassName?: string | undefined;
  readonly onFocus?: (event: FocusEvent) => void;
  readonly onPointerOver?: (event: PointerEvent) => void;
  /** Best a component that remembers: it is asked for as one scrolls. */
  readonly children: (item: Item) => ReactNode;
}

/** A list of which only what is near the window is in the page: there may be ten thousand of them. */
export function LongList<Item>({ items, keyOf, row, columns = 1, children, ...more }: LongListProps<Item>) {
  const element = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<number>();
  const [rem] = useState(pixelsOfRem);
  useLayoutEffect(() => {
    const box = element.current?.getBoundingClientRect();
    if (box !== undefined) setTop(Math.round(box.top + window.scrollY));
  }, []);
  const rows = Math.ceil(items.length / columns);
  // Where the keyboard is stays in the page, however far one scrolls; and so does what is before and after it.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const near = defaultRangeExtractor(range);
      if (focused === undefined) return near;
      const at = Math.floor(focused / columns);
      const kept = [at - 1, at, at + 1].filter((index) => index >= 0 && index < range.count);
      return [...new Set([...near, ...kept])].sort((a, b) => a - b);
    },
    [focused, columns],
  );
  // The same function as long as the list is the same: with another one, all of it would be measured anew.
  const getItemKey = useCallback(
    (index: number) => {
      const first = items[index * columns];
      return first === undefined ? -1 - index : keyOf(first);
    },
    [items, keyOf, columns],
  );
  const virtual = useWindowVirtualizer({
    count: rows,
    estimateSize: () => row * rem,
    getItemKey,
    overscan: columns === 1 ? 8 : 2,
    scrollMargin: top,
    rangeExtractor,
  });
  return (
    <Scrolling value={virtual.isScrolling}>
      <ul
        ref={element}
        className={`${styles.list} ${more.className ?? ''}`}
        style={{ height: virtual.getTotalSize() }}
        onPointerOver={more.onPointerOver}
        onFocus={(event) => {
          setFocused(indexOf(event.target));
          more.onFocus?.(event);
        }}
        onBlur={({ relatedTarget: next, currentTarget: list }) => {
          // On its way from row to row it is still in the list: where it goes to may be in the page for its sake alone.
          if (!list.contains(next)) setFocused(undefined);
        }}
      >
        {virtual.getVirtualItems().flatMap(({ index: at, start }) =>
          items.slice(at * columns, (at + 1) * columns).map((item, column) => (
            <li
              key={keyOf(item)}
              // The rows are as tall as their first.
              ref={column === 0 ? virtual.measureElement : undefined}
              data-index={at}
              className={`${styles.item} ${more.itemClassName ?? ''}`}
              style={{
                transform: `translateY(${start - top}px)`,
                insetInlineStart: `${(100 * column) / columns}%`,
                width: `${100 / columns}%`,
              }}
              aria-setsize={items.length}
              aria-posinset={at * columns + column + 1}
            >
              {children(item)}
            </li>
          )),
        )}
      </ul>
    </Scrolling>
  );
}

function indexOf(element: Element): number | undefined {
  const item = element.closest('li');
  return item === null ? undefined : Number(item.ariaPosInSet) - 1;
}
