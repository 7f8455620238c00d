import { type SyntheticEvent, useLayoutEffect, useRef, useState } from 'react';
import { LongList } from '../../parts/long-list.tsx';
import { pixelsOfRem, useMedia } from '../../parts/media.ts';
import type { Trophy } from './trophies.ts';
import styles from './trophy-case.module.css';
import { TrophyTile } from './trophy-tile.tsx';

/** In rem, with the space around it: trophy-case.module.css. */
const TILE = { wide: 4.75, tall: 4.65 };
/** As wide as this where each says beside it what it is. */
const WITH_WORDS = 20;

export interface AllTrophiesProps {
  readonly trophies: readonly Trophy[];
  /** The mouse or the focus is on one of them. */
  readonly point: (event: SyntheticEvent) => void;
}

/** Trophies of which there may be thousands. */
export default function AllTrophies({ trophies, point }: AllTrophiesProps) {
  const element = useRef<HTMLDivElement>(null);
  const hasWords = useMedia('(max-width: 34rem), (hover: none)');
  const [columns, setColumns] = useState(0);
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return;
    const width = (hasWords ? WITH_WORDS : TILE.wide) * pixelsOfRem();
    const measure = () => setColumns(Math.max(1, Math.floor(box.clientWidth / width)));
    const watch = new ResizeObserver(measure);
    measure();
    watch.observe(box);
    return () => watch.disconnect();
  }, [hasWords]);
  return (
    <div ref={element} className={styles.all}>
      {columns === 0 ? null : (
        <LongList
          // Where they stand follows from how many are side by side.
          key={columns}
          items={trophies}
          keyOf={gameIdOf}
          row={TILE.tall}
          columns={columns}
          itemClassName={styles.place}
          onPointerOver={point}
          onFocus={point}
        >
          {(trophy) => <TrophyTile trophy={trophy} isBare={!hasWords} />}
        </LongList>
      )}
    </div>
  );
}

function gameIdOf({ gameId }: Trophy): number {
  return gameId;
}
