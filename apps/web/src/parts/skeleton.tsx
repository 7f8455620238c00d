import styles from './skeleton.module.css';

/** Holds the place of what is on its way. */
export function Skeleton({ tall }: { /** In rem. */ readonly tall: number }) {
  const lines = Math.max(1, Math.round(tall / 3));
  return (
    <div className={styles.skeleton} role="status" aria-busy>
      <span className="visually-hidden">Loading …</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <span key={line} className={styles.line} />
      ))}
    </div>
  );
}
