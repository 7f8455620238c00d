import { getGameList } from '@laurel/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { authorization } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import list from '../../parts/list.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { Picture } from '../../parts/picture.tsx';
import { Read } from '../../parts/read.tsx';
import styles from './game-list.module.css';

/** Pixels. */
const ROW = 73;

interface Game {
  readonly id: number;
  readonly title: string;
  readonly imageIcon: string;
  readonly numAchievements: number;
  readonly points: number;
}

/** The games of a system whose title has what is wanted in it. */
export function GameList({ systemId, wanted }: { readonly systemId: number; readonly wanted: string }) {
  const games = useQuery({
    queryKey: ['games', systemId],
    queryFn: async ({ signal }) => getGameList(await authorization(), { consoleId: systemId }, { signal }),
    staleTime: 300_000,
  });
  return (
    <Read query={games} tall={40}>
      {(all) => {
        const text = wanted.toLocaleLowerCase();
        const shown = all.filter(({ title }) => title.toLocaleLowerCase().includes(text));
        return (
          <>
            <p className={card.small} role="status">
              {shown.length === all.length ? `${all.length} games` : `${shown.length} of ${all.length} games`}
            </p>
            {shown.length === 0 ? <Nothing>No game is called that.</Nothing> : <Rows games={shown} />}
          </>
        );
      }}
    </Read>
  );
}

/** Only those near the window are in the page: there may be ten thousand. */
function Rows({ games }: { readonly games: readonly Game[] }) {
  const element = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(element.current?.offsetTop ?? 0), []);
  const virtual = useWindowVirtualizer({
    count: games.length,
    estimateSize: () => ROW,
    overscan: 8,
    scrollMargin: top,
  });
  return (
    <ul ref={element} className={styles.list} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, start }) => {
        const game = games[index];
        if (game === undefined) return null;
        return (
          <li
            key={game.id}
            className={`${list.row} ${styles.row}`}
            style={{ height: ROW, transform: `translateY(${start - top}px)` }}
            aria-setsize={games.length}
            aria-posinset={index + 1}
          >
            <Picture src={game.imageIcon} size={48} />
            <Link className={list.name} to="/game/$gameId" params={{ gameId: String(game.id) }}>
              {game.title}
            </Link>
            <span className={list.side}>
              <span>{game.numAchievements} achievements</span>
              <span>{game.points} points</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
