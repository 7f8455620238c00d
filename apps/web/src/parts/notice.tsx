import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** A page or a part that has nothing to show, and says why and what to do. */
export function Notice({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <section className={styles.notice}>
      <title>{`${title} · Laurel`}</title>
      <h1>{title}</h1>
      {children}
    </section>
  );
}

/** The same within a page. */
export function Nothing({ children }: { readonly children: ReactNode }) {
  return <p className={styles.nothing}>{children}</p>;
}
