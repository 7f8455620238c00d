import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import card from '../../parts/card.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { Read } from '../../parts/read.tsx';
import styles from './feed.module.css';

interface FeedProps<Entry> {
  readonly title: string;
  readonly query: UseQueryResult<readonly Entry[]>;
  /** How many entries there will be: their place is held while they are on their way. */
  readonly size: number;
  readonly shape: 'rows' | 'ranks' | 'tiles';
  readonly empty: string;
  /** What stands beside the title. */
  readonly more?: ReactNode;
  readonly children: (entry: Entry, index: number) => ReactNode;
}

/** A part of the page that lists what is new or best. Each child is a list item. */
export function Feed<Entry>({ title, query, size, shape, empty, more, children }: FeedProps<Entry>) {
  const id = useId();
  return (
    <section className={card.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {more}
      </div>
      <Read query={query} skeleton={<Held shape={shape} size={size} />}>
        {(all) =>
          all.length === 0 ? (
            <Nothing>{empty}</Nothing>
          ) : (
            <ol className={styles[shape]}>{all.map(children)}</ol>
          )
        }
      </Read>
    </section>
  );
}

function Held({ shape, size }: Pick<FeedProps<unknown>, 'shape' | 'size'>) {
  return (
    <div role="status" aria-busy>
      <span className="visually-hidden">Loading …</span>
      <div className={styles[shape]}>
        {Array.from({ length: size }, (_, entry) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
          <div key={entry} className={styles.held} />
        ))}
      </div>
    </div>
  );
}
