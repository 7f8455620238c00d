import { getGameList } from '@laurel/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { authorization } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import { count, countOf } from '../../parts/count.ts';
import list from '../../parts/list.module.css';
import { LongList } from '../../parts/long-list.tsx';
import { Nothing } from '../../parts/notice.tsx';
import { Picture } from '../../parts/picture.tsx';
import { Read } from '../../parts/read.tsx';
import { arranged, type ListedGame, type Wanted } from './arranged.ts';
import styles from './game-list.module.css';

/** In rem, where the title takes one line. */
const ROW = 4.5;

interface GameListProps {
  readonly systemId: number;
  readonly wanted: Wanted;
}

export function gamesOf(systemId: number) {
  return queryOptions({
    queryKey: ['games', systemId],
    queryFn: async ({ signal }) => getGameList(await authorization(), { consoleId: systemId }, { signal }),
    staleTime: 300_000,
  });
}

/** The games of a system that are wanted. */
export function GameList({ systemId, wanted }: GameListProps) {
  const games = useQuery(gamesOf(systemId));
  return (
    <Read query={games} tall={60}>
      {(all) => {
        if (all.length === 0) return <Nothing>This system has no games yet.</Nothing>;
        const shown = arranged(all, wanted);
        return (
          <div className={card.section}>
            <p className={card.small} role="status">
              {countOf(shown.length, all.length, 'game')}
            </p>
            {shown.length === 0 ? (
              <Nothing>No game is like that.</Nothing>
            ) : (
              <LongList
                items={shown}
                keyOf={idOf}
                row={ROW}
                className={list.list}
                itemClassName={`${list.row} ${styles.row}`}
              >
                {(game) => <GameRow game={game} />}
              </LongList>
            )}
          </div>
        );
      }}
    </Read>
  );
}

/** It stays as it is while one scrolls. */
const GameRow = memo(function GameRow({ game }: { readonly game: ListedGame }) {
  return (
    <>
      <Picture src={game.imageIcon} size={48} />
      <Link className={list.name} to="/game/$gameId" params={{ gameId: String(game.id) }}>
        {game.title}
      </Link>
      <span className={`${list.side} ${styles.numbers}`}>
        {game.numAchievements === 0 ? (
          <span className={list.about}>No achievements yet</span>
        ) : (
          <>
            <span>{count(game.numAchievements, 'achievement')}</span>
            <span>{count(game.points, 'point')}</span>
          </>
        )}
      </span>
    </>
  );
});

function idOf({ id }: ListedGame): number {
  return id;
}
