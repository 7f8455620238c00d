import { memo } from 'react';
import { numeral } from '../../parts/count.ts';
import totals from '../../parts/totals.module.css';
import type { PlayedGame } from './narrowed.ts';

/** What a player's games come to. */
export const Totals = memo(function Totals({ games }: { readonly games: readonly PlayedGame[] }) {
  const having = (...kinds: (string | null)[]) =>
    games.filter(({ highestAwardKind }) => kinds.includes(highestAwardKind)).length;
  const sum = (of: (game: PlayedGame) => number) => games.reduce((total, game) => total + of(game), 0);
  const numbers = [
    ['Games played', games.length],
    ['Not beaten yet', having(null)],
    ['Beaten', having('beaten-softcore', 'beaten-hardcore')],
    ['Completed', having('completed')],
    ['Mastered', having('mastered')],
    ['Achievements', sum(({ numAwarded }) => numAwarded)],
    ['In hardcore', sum(({ numAwardedHardcore }) => numAwardedHardcore)],
  ] as const;
  return (
    <dl className={totals.totals}>
      {numbers.map(([name, number]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{numeral(number)}</dd>
        </div>
      ))}
    </dl>
  );
});
