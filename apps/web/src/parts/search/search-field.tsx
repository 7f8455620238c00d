import type { ComponentProps, ReactNode } from 'react';
import { LONGEST } from './found.ts';
import styles from './search.module.css';

export interface SearchFieldProps extends ComponentProps<'input'> {
  /** What stands at its end. */
  readonly end?: ReactNode;
}

/** Where one types what to look for. */
export function SearchField({ end, ...input }: SearchFieldProps) {
  return (
    <div className={styles.field}>
      <Glass />
      <input
        className={styles.input}
        aria-label="Search games and players"
        placeholder="Search games and players"
        maxLength={LONGEST}
        enterKeyHint="go"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        {...input}
      />
      {end}
    </div>
  );
}

/** The sign for a search. */
export function Glass() {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      aria-hidden
    >
      <circle cx="8.5" cy="8.5" r="5.5" />
      <path d="m12.8 12.8 4.2 4.2" />
    </svg>
  );
}
