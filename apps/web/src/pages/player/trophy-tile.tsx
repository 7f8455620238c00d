import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { AWARDS, type AwardKind } from '../../parts/award.tsx';
import { Picture } from '../../parts/picture.tsx';
import { dayWords, Time, timeOf } from '../../parts/time.tsx';
import type { Trophy } from './trophies.ts';
import styles from './trophy-case.module.css';

const COLOURS = {
  mastered: styles.mastered,
  completed: styles.completed,
  'beaten-hardcore': styles.beaten,
  'beaten-softcore': styles.beatenSoftcore,
} as const satisfies Record<AwardKind, unknown>;

interface TrophyTileProps {
  readonly trophy: Trophy;
  /** It says nothing that can be seen: half as much to draw, where there are very many. */
  readonly isBare?: boolean;
}

/** A game and its award. It stays as it is while one scrolls. */
export const TrophyTile = memo(function TrophyTile({ trophy, isBare = false }: TrophyTileProps) {
  return (
    <Link
      className={`${styles.trophy} ${COLOURS[trophy.kind]}`}
      to="/game/$gameId"
      params={{ gameId: String(trophy.gameId) }}
      data-game={trophy.gameId}
      aria-label={isBare ? nameOf(trophy) : undefined}
    >
      <Picture src={trophy.icon} size={48} />
      {isBare ? null : (
        <span className={styles.words}>
          <TrophyWords trophy={trophy} />
        </span>
      )}
    </Link>
  );
});

function nameOf({ title, system, kind, at }: Trophy): string {
  return `${title} ${system} · ${AWARDS[kind].name} · ${dayWords(timeOf(at))}`;
}

/** Which game it is for, and what for and when. */
export function TrophyWords({ trophy: { title, system, kind, at } }: { readonly trophy: Trophy }) {
  return (
    <>
      <b>{title}</b>{' '}
      <span className={styles.about}>
        {system} · {AWARDS[kind].name} · <Time at={timeOf(at)} />
      </span>
    </>
  );
}
