import type { ReactNode } from 'react';
import styles from './facts.module.css';

export interface Fact {
  readonly key: string;
  readonly name: ReactNode;
  /** In a smaller type over the words. */
  readonly about?: string;
  readonly words: ReactNode;
  /** How deep it is in others. */
  readonly depth?: number;
}

interface FactsProps {
  readonly label: string;
  readonly head: readonly [name: string, words: string];
  readonly facts: readonly Fact[];
  /** Whether the names are as long as words are. */
  readonly isWide?: boolean;
}

/** A table of two columns, which has room on a phone, too: what something is called, and what it is. */
export function Facts({ label, head: [name, words], facts, isWide = false }: FactsProps) {
  return (
    <table className={`${styles.facts} ${isWide ? styles.wide : ''}`} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{words}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <tr key={fact.key}>
            <th scope="row" data-depth={Math.min(fact.depth ?? 0, 3)}>
              {fact.name}
            </th>
            <td>
              {fact.about === undefined ? null : <span className={styles.about}>{fact.about}</span>}
              {fact.words}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
