import { scaleBand, scaleLinear } from '@visx/scale';
import { useState } from 'react';
import styles from './distribution-chart.module.css';

/** Players with exactly so many achievements. */
export interface Bucket {
  readonly achieved: number;
  readonly players: number;
  readonly hardcore: number;
}

const WIDTH = 800;
const HEIGHT = 240;
const MARGIN = { top: 8, right: 8, bottom: 24, left: 48 };

/** A bar for each number of achievements. A slider reads it without a mouse, and a table without eyes. */
export default function DistributionChart({ buckets }: { readonly buckets: readonly Bucket[] }) {
  const [index, setIndex] = useState<number>();
  const x = scaleBand({
    domain: buckets.map(({ achieved }) => achieved),
    range: [MARGIN.left, WIDTH - MARGIN.right],
    padding: buckets.length > 60 ? 0.1 : 0.25,
  });
  const highest = Math.max(1, ...buckets.map(({ players, hardcore }) => Math.max(players, hardcore)));
  const y = scaleLinear({ domain: [0, highest], range: [HEIGHT - MARGIN.bottom, MARGIN.top], nice: true });
  const half = x.bandwidth() / 2;
  const every = Math.ceil(buckets.length / 16);
  const read = index === undefined ? undefined : buckets[index];
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.legend}>
        <span className={styles.allKey}>Players, either mode</span>
        <span className={styles.hardKey}>In hardcore</span>
      </figcaption>
      <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line
              className={styles.axis}
              x1={MARGIN.left}
              x2={WIDTH - MARGIN.right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text className={styles.tick} x={MARGIN.left - 8} y={y(tick) + 4} textAnchor="end">
              {tick.toLocaleString()}
            </text>
          </g>
        ))}
        {buckets.map((bucket, at) => {
          const left = x(bucket.achieved) ?? 0;
          return (
            <g key={bucket.achieved} onPointerEnter={() => setIndex(at)}>
              <rect
                className={at === index ? styles.cursor : undefined}
                fill="transparent"
                x={left - half * 0.25}
                y={MARGIN.top}
                width={x.bandwidth() + half * 0.5}
                height={HEIGHT - MARGIN.top - MARGIN.bottom}
              />
              <rect
                className={styles.all}
                x={left}
                y={y(bucket.players)}
                width={half}
                height={y(0) - y(bucket.players)}
              />
              <rect
                className={styles.hard}
                x={left + half}
                y={y(bucket.hardcore)}
                width={half}
                height={y(0) - y(bucket.hardcore)}
              />
              {at % every === 0 || at === buckets.length - 1 ? (
                <text className={styles.tick} x={left + half} y={HEIGHT - 6} textAnchor="middle">
                  {bucket.achieved}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
      <input
        className={styles.range}
        type="range"
        aria-label="Read the chart: number of achievements"
        min={0}
        max={buckets.length - 1}
        value={index ?? 0}
        aria-valuetext={words(read ?? buckets[0])}
        onChange={(event) => setIndex(Number(event.target.value))}
        onFocus={() => setIndex(index ?? 0)}
      />
      <p className={styles.reading} aria-hidden>
        {read ? words(read) : 'Point at a bar, or move the slider.'}
      </p>
      <details>
        <summary>As a table</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Achievements</th>
              <th scope="col">Players</th>
              <th scope="col">In hardcore</th>
            </tr>
          </thead>
          <tbody>
            {buckets.map(({ achieved, players, hardcore }) => (
              <tr key={achieved}>
                <th scope="row">{achieved}</th>
                <td>{players.toLocaleString()}</td>
                <td>{hardcore.toLocaleString()}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function words(bucket: Bucket | undefined): string {
  if (bucket === undefined) return '';
  const { achieved, players, hardcore } = bucket;
  return `${achieved} ${achieved === 1 ? 'achievement' : 'achievements'}: ${players.toLocaleString()} ${players === 1 ? 'player' : 'players'}; ${hardcore.toLocaleString()} with as many in hardcore`;
}
