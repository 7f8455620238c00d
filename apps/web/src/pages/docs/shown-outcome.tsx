import { numeral } from '../../parts/count.ts';
import { type Outcome, sizeWords } from './answer.ts';
import { Listing } from './listing.tsx';
import styles from './try-it.module.css';

/** What came of a request that was sent. */
export function ShownOutcome({ outcome }: { readonly outcome: Outcome | 'sending' | undefined }) {
  const isThere = outcome !== undefined && outcome !== 'sending';
  const hasAnswer = isThere && outcome.status !== undefined;
  return (
    <div className={styles.outcome}>
      <p role="status" className={isThere && outcome.problem !== undefined ? styles.problem : styles.good}>
        {isThere ? (
          <>
            {hasAnswer ? <b>{outcome.status}</b> : null}
            {outcome.problem === undefined ? ' It worked.' : ` ${outcome.problem}`}
          </>
        ) : null}
        {outcome === 'sending' ? 'Asking …' : null}
      </p>
      {hasAnswer ? (
        <Listing what="the answer" text={outcome.text}>
          <span className={styles.numbers}>
            {numeral(Math.max(1, Math.round(outcome.took)))} ms · {sizeWords(outcome.bytes)}
          </span>
        </Listing>
      ) : null}
    </div>
  );
}
