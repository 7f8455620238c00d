import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionQuery } from '../../data/session.ts';
import { loadSearchBox } from './lazy-search-box.tsx';
import styles from './search-button.module.css';
import { SearchDialog } from './search-dialog.tsx';
import { Glass } from './search-field.tsx';
import { useSearchKey } from './search-key.ts';

/** Opens the search from any page but the first, which has it, and where the reader may read. */
export function SearchButton() {
  const { data: session } = useQuery(sessionQuery);
  const { pathname } = useLocation();
  return pathname === '/' || session?.visitorKey === null ? null : <Opener />;
}

function Opener() {
  const [isOpen, setIsOpen] = useState(false);
  // Kept while it is closed: who comes back has not to type it again.
  const [text, setText] = useState('');
  const { label, name } = useSearchKey(() => setIsOpen(true));
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-haspopup="dialog"
        aria-keyshortcuts={name}
        onPointerEnter={loadSearchBox}
        onFocus={loadSearchBox}
        onClick={() => setIsOpen(true)}
      >
        <Glass />
        <span className={styles.label}>Search</span>
        <kbd className={styles.key} aria-hidden>
          {label}
        </kbd>
      </button>
      {isOpen ? <SearchDialog text={text} onText={setText} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
