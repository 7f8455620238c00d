import { useRef, useState } from 'react';
import styles from './search.module.css';
import type { SearchBox, SearchBoxProps } from './search-box.tsx';
import { SearchField } from './search-field.tsx';

let loaded: typeof SearchBox | undefined;

/** Loads what a page does not need before somebody searches. Without a connection it does nothing. */
export async function loadSearchBox(): Promise<void> {
  try {
    loaded ??= (await import('./search-box.tsx')).SearchBox;
  } catch {}
}

/** The same as the box, which is loaded when the field has the focus; nothing that is typed meanwhile is lost. */
export function LazySearchBox(props: Omit<SearchBoxProps, 'start'>) {
  const { text, onText, drops, field } = props;
  const input = useRef<HTMLInputElement>(null);
  const [isEntered, setIsEntered] = useState(false);
  const [box, setBox] = useState<{ readonly Box: typeof SearchBox; readonly hasFocus: boolean } | undefined>(
    () => loaded && { Box: loaded, hasFocus: !drops },
  );
  const load = async () => {
    await loadSearchBox();
    const hasFocus = document.activeElement === input.current;
    if (loaded !== undefined) setBox({ Box: loaded, hasFocus });
  };
  if (box !== undefined) return <box.Box {...props} start={{ hasFocus: box.hasFocus, isEntered }} />;
  return (
    <div className={drops ? styles.dropping : styles.standing}>
      <SearchField
        {...field}
        ref={input}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={false}
        value={text}
        onPointerEnter={loadSearchBox}
        onFocus={load}
        onChange={({ currentTarget }) => {
          onText(currentTarget.value);
          setIsEntered(false);
        }}
        onKeyDown={({ key }) => key === 'Enter' && setIsEntered(true)}
      />
    </div>
  );
}
