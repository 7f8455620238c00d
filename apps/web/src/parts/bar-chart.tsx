import { nice, ticks as valuesOf } from 'd3-array';
import type { PointerEvent } from 'react';
import styles from './bar-chart.module.css';
import { numeral } from './count.ts';
import { Readable } from './readable.tsx';

/** What stands at one place of a chart: a bar for each series. */
export interface Bar {
  /** What it is, in the table: `26 October 2023`. */
  readonly name: string;
  /** The same under the bar, as short as it can be; empty where there shall be nothing. */
  readonly tick: string;
  /** The whole of it as a sentence. */
  readonly words: string;
  readonly values: readonly number[];
}

interface BarChartProps {
  /** What the reader steps through: `Unlocks by day`. */
  readonly label: string;
  /** At least one. */
  readonly bars: readonly Bar[];
  /** What the bars are, the same number as each has values. */
  readonly series: readonly { readonly name: string; readonly colour: 'accent' | 'hardcore' | 'softcore' }[];
  /** What the names of the bars are, above them in the table: `Day`. */
  readonly nameOfBars: string;
  /** How many of the ticks fit side by side on a wide screen. */
  readonly ticks: number;
}

/** Pixels. */
const HEIGHT = 200;
/** Few bars stay narrow. */
const LEAST_PLACES = 8;

/** Bars side by side, as wide as there is room; see {@link Readable} for who reads them how. */
export default function BarChart({ label, bars, series, nameOfBars, ticks }: BarChartProps) {
  const places = Math.max(bars.length, LEAST_PLACES);
  // Per cent of the width: what is drawn needs to know no more about the screen.
  const space = 100 / places;
  const gap = space * (bars.length > 60 ? 0.1 : 0.25);
  const width = (space - gap) / series.length;
  const [, top] = nice(0, Math.max(1, ...bars.flatMap(({ values }) => values)), 10);
  const y = (value: number) => HEIGHT * (1 - value / top);
  const ticked = bars.flatMap(({ tick }, place) => (tick === '' ? [] : [place]));
  const every = Math.max(1, Math.ceil(ticked.length / ticks));
  const placeOf = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width: all } = currentTarget.getBoundingClientRect();
    return Math.floor(((clientX - left) / all) * places);
  };
  return (
    <Readable
      label={label}
      steps={bars.length}
      wordsOf={(step) => bars[step]?.words ?? ''}
      table={{
        head: [nameOfBars, ...series.map(({ name }) => name)],
        rows: bars.map(({ name, values }) => [name, ...values] as const),
      }}
    >
      {(step, go) => {
        const point = (event: PointerEvent) => {
          const place = placeOf(event);
          if (place >= 0 && place < bars.length) go(place);
        };
        return (
          <>
            {series.length === 1 ? null : (
              <p className={styles.legend}>
                {series.map(({ name, colour }) => (
                  <span key={name} className={`${styles.key} ${styles[colour]}`}>
                    {name}
                  </span>
                ))}
              </p>
            )}
            <div className={styles.chart}>
              <svg className={styles.plot} onPointerMove={point} onPointerDown={point} aria-hidden>
                <rect className={styles.ground} width="100%" height={HEIGHT} />
                {step === undefined ? null : (
                  <rect
                    className={styles.cursor}
                    x={`${step * space}%`}
                    width={`${space}%`}
                    height={HEIGHT}
                  />
                )}
                {valuesOf(0, top, 4)
                  .filter(Number.isInteger)
                  .map((tick) => (
                    <g key={tick}>
                      <line className={styles.axis} x2="100%" y1={y(tick)} y2={y(tick)} />
                      <text className={styles.tick} x={-8} y={y(tick) + 4} textAnchor="end">
                        {numeral(tick)}
                      </text>
                    </g>
                  ))}
                {bars.map(({ name, values }, place) => (
                  <g key={name}>
                    {values.map((value, of) => (
                      <rect
                        key={series[of]?.name}
                        className={styles[series[of]?.colour ?? 'accent']}
                        x={`${place * space + gap / 2 + of * width}%`}
                        y={topOf(y(value), value)}
                        width={`${width}%`}
                        height={HEIGHT - topOf(y(value), value)}
                      />
                    ))}
                  </g>
                ))}
                {ticked
                  .filter((_, nth) => nth % every === 0)
                  .map((place, nth) => (
                    <text
                      key={place}
                      className={nth % 2 === 0 ? styles.tick : styles.evenTick}
                      x={`${(100 * (place + 0.5)) / places}%`}
                      y={HEIGHT + 18}
                      textAnchor="middle"
                    >
                      {bars[place]?.tick}
                    </text>
                  ))}
              </svg>
            </div>
          </>
        );
      }}
    </Readable>
  );
}

/** A bar that is there can be seen. */
function topOf(y: number, value: number): number {
  return value > 0 ? Math.min(y, HEIGHT - 2) : HEIGHT;
}
