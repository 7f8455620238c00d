import styles from './bars.module.css';

interface BarsProps {
  /** With softcore ones. */
  readonly achieved: number;
  readonly hardcore: number;
  readonly possible: number;
}

/** How much of a set is unlocked: hardcore within all of it, in words for who does not see it. */
export function Bars({ achieved, hardcore, possible }: BarsProps) {
  const share = (part: number) => `${possible === 0 ? 0 : Math.min(100, (100 * part) / possible)}%`;
  return (
    <span className={styles.bars}>
      <span className={styles.track} aria-hidden>
        <span className={styles.softcore} style={{ width: share(achieved) }} />
        <span className={styles.hardcore} style={{ width: share(hardcore) }} />
      </span>
      <span className={styles.words}>
        <b>{achieved}</b> of {possible}
        {hardcore > 0 && hardcore < achieved ? (
          <span className={styles.quiet}>, {hardcore} hardcore</span>
        ) : null}
      </span>
    </span>
  );
}
