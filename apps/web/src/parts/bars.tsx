import styles from './bars.module.css';
import { percent } from './percent.ts';

interface BarsProps {
  /** With softcore ones. */
  readonly achieved: number;
  readonly hardcore: number;
  readonly possible: number;
}

/** How much of a set is unlocked: hardcore within all of it, in words for who does not see it. */
export function Bars({ achieved, hardcore, possible }: BarsProps) {
  // A set that has lost all of its achievements since.
  if (possible === 0) return <span className={styles.none}>No achievements now</span>;
  const share = (part: number) => `${Math.min(100, (100 * part) / possible)}%`;
  return (
    <span className={styles.bars}>
      <span className={styles.track} aria-hidden>
        <span className={styles.softcore} style={{ width: share(achieved) }} />
        <span className={styles.hardcore} style={{ width: share(hardcore) }} />
      </span>
      <span className={styles.words}>
        <span>
          <b>{achieved}</b> of {possible}
          {hardcore > 0 && hardcore < achieved ? `, ${hardcore} hardcore` : null}
          {hardcore === 0 && achieved > 0 ? ' in softcore' : null}
        </span>
        <span className={styles.quiet}>{percent(Math.min(achieved, possible), possible)}</span>
      </span>
    </span>
  );
}
