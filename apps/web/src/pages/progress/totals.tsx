import type { PlayedGame } from './narrowed.ts';
import styles from './totals.module.css';

/** What a player's games come to. */
export function Totals({ games }: { readonly games: readonly PlayedGame[] }) {
  const having = (...kinds: (string | null)[]) =>
    games.filter(({ highestAwardKind }) => kinds.includes(highestAwardKind)).length;
  const sum = (of: (game: PlayedGame) => number) => games.reduce((total, game) => total + of(game), 0);
  const totals = [
    ['Games played', games.length],
    ['Achievements', sum(({ numAwarded }) => numAwarded)],
    ['In hardcore', sum(({ numAwardedHardcore }) => numAwardedHardcore)],
    ['Beaten, at most', having('beaten-softcore', 'beaten-hardcore')],
    ['Completed', having('completed')],
    ['Mastered', having('mastered')],
  ] as const;
  return (
    <dl className={styles.totals}>
      {totals.map(([name, number]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{number.toLocaleString()}</dd>
        </div>
      ))}
    </dl>
  );
}
