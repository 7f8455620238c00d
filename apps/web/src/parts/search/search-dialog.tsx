import { useEffect, useRef } from 'react';
import { wantedOf } from './found.ts';
import { LazySearchBox } from './lazy-search-box.tsx';
import styles from './search-button.module.css';

interface SearchDialogProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/** The search, over any page. One can type at once, while the rest of it is on its way. */
export function SearchDialog({ text, onText, onClose }: SearchDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('input')?.select();
  }, []);
  const close = () => dialog.current?.close();
  const end = (
    <button type="button" className={styles.close} onClick={close}>
      Close
    </button>
  );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes every dialog
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label="Search"
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <LazySearchBox
        text={text}
        onText={onText}
        drops={false}
        field={{ end }}
        onOpen={() => {
          onText('');
          close();
        }}
      />
      {wantedOf(text) === '' ? (
        <p className={styles.hint}>Type how words of a game’s title begin, or a player’s name.</p>
      ) : null}
    </dialog>
  );
}
