import { Link } from '@tanstack/react-router';
import button from './button.module.css';
import styles from './pages.module.css';

interface PagesProps {
  /** From 1. */
  readonly page: number;
  readonly total: number;
  readonly perPage: number;
}

/** Leads to the page before and the one after; where the reader is stands in the address. */
export function Pages({ page, total, perPage }: PagesProps) {
  const last = Math.max(1, Math.ceil(total / perPage));
  if (last === 1) return null;
  return (
    <nav className={styles.pages} aria-label="Pages">
      <Step to={page - 1} last={last} label="Previous" />
      <span>
        Page {page} of {last}
      </span>
      <Step to={page + 1} last={last} label="Next" />
    </nav>
  );
}

function Step({ to, last, label }: { readonly to: number; readonly last: number; readonly label: string }) {
  if (to < 1 || to > last)
    return (
      <span className={button.plain} aria-disabled="true">
        {label}
      </span>
    );
  return (
    <Link
      className={button.plain}
      to="."
      search={(search) => ({ ...search, page: to === 1 ? undefined : to })}
    >
      {label}
    </Link>
  );
}
