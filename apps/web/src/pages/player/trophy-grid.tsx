import { lazy, Suspense, type SyntheticEvent, useCallback, useState } from 'react';
import type { AllTrophiesProps } from './all-trophies.on-demand.tsx';
import type { Trophy } from './trophies.ts';
import styles from './trophy-case.module.css';
import { TrophyTile, TrophyWords } from './trophy-tile.tsx';

const AllTrophies = lazy(() => import('./all-trophies.on-demand.tsx'));

/** Until it is known how to show them all. */
const MEANWHILE = 28;

interface TrophyGridProps {
  readonly trophies: readonly Trophy[];
  /** How many of them; all where nothing is said. */
  readonly first: number | undefined;
}

/** Trophies side by side; the plaque under them says which is pointed at. On a phone it stands beside each. */
export function TrophyGrid({ trophies, first }: TrophyGridProps) {
  const [gameId, setGameId] = useState<number>();
  const pointed = trophies.find((trophy) => trophy.gameId === gameId);
  const shown = pointed ?? trophies[0];
  const point = useCallback(({ target }: SyntheticEvent) => {
    const tile = target instanceof Element ? target.closest('[data-game]') : null;
    if (tile instanceof HTMLElement) setGameId(Number(tile.dataset.game));
  }, []);
  return (
    <div>
      {first === undefined ? (
        <Suspense fallback={<FewTrophies trophies={trophies.slice(0, MEANWHILE)} point={point} />}>
          <AllTrophies trophies={trophies} point={point} />
        </Suspense>
      ) : (
        <FewTrophies trophies={trophies.slice(0, first)} point={point} />
      )}
      {shown === undefined ? null : (
        <p className={styles.plaque} data-chosen={pointed !== undefined || undefined} aria-hidden>
          <TrophyWords trophy={shown} />
        </p>
      )}
    </div>
  );
}

function FewTrophies({ trophies, point }: AllTrophiesProps) {
  return (
    <ul className={styles.tiles} onPointerOver={point} onFocus={point}>
      {trophies.map((trophy) => (
        <li key={trophy.gameId}>
          <TrophyTile trophy={trophy} />
        </li>
      ))}
    </ul>
  );
}
