import { memo } from 'react';
import card from '../../parts/card.module.css';
import { countOf } from '../../parts/count.ts';
import list from '../../parts/list.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { Pages } from '../../parts/pages.tsx';
import { type Narrowing, narrowed, type PlayedGame } from './narrowed.ts';
import { PlayedGameRow } from './played-game-row.tsx';

const PER_PAGE = 100;

interface NarrowedGamesProps {
  readonly games: readonly PlayedGame[];
  readonly search: Narrowing & { readonly page?: number | undefined };
}

/** A page of the games that are asked for. */
export const NarrowedGames = memo(function NarrowedGames({ games, search }: NarrowedGamesProps) {
  const { page = 1, ...narrowing } = search;
  const shown = narrowed(games, narrowing);
  return (
    <>
      <p className={card.small} role="status">
        {countOf(shown.length, games.length, 'game')}
      </p>
      {shown.length === 0 ? (
        <Nothing>No game is like that.</Nothing>
      ) : (
        <ul className={list.list}>
          {shown.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((game) => (
            <PlayedGameRow key={game.gameId} game={game} />
          ))}
        </ul>
      )}
      <Pages page={page} total={shown.length} perPage={PER_PAGE} />
    </>
  );
});
