import { type ReactNode, useState } from 'react';
import styles from './readable.module.css';

interface ReadableProps {
  /** What the reader steps through: `Unlocks by day`. */
  readonly label: string;
  /** How many steps there are, at least one. */
  readonly steps: number;
  /** Where a reader without a mouse begins. */
  readonly start?: number;
  /** What there is at a step, as a sentence. */
  readonly wordsOf: (step: number) => string;
  readonly table: { readonly head: readonly string[]; readonly rows: readonly Row[] };
  /** The drawing; it says which step the mouse is at. */
  readonly children: (step: number | undefined, go: (step: number) => void) => ReactNode;
}

type Row = readonly [name: string, ...values: (number | string)[]];

/** A drawing that is read by mouse or touch, by keyboard and by ear (it is a slider for them), and as a table. */
export function Readable({ label, steps, start = 0, wordsOf, table, children }: ReadableProps) {
  const [step, setStep] = useState<number>();
  // A narrower window may have taken steps away.
  const at = Math.min(step ?? start, steps - 1);
  return (
    <div className={styles.readable}>
      <div className={styles.drawing}>
        <div aria-hidden>{children(step === undefined ? undefined : at, setStep)}</div>
        <input
          className={styles.slider}
          type="range"
          aria-label={label}
          min={0}
          max={steps - 1}
          value={at}
          aria-valuetext={wordsOf(at)}
          onChange={(event) => setStep(Number(event.target.value))}
          onFocus={() => setStep(at)}
        />
      </div>
      <p className={step === undefined ? styles.hint : styles.reading} aria-hidden>
        {step === undefined ? 'Point at it, or use the arrow keys, to read it.' : wordsOf(at)}
      </p>
      <details className={styles.details}>
        <summary>As a table</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              {table.head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([name, ...values]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((value, column) => (
                  <td key={table.head[column + 1]}>{value.toLocaleString()}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
