import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { AWARDS, type AwardKind } from '../../parts/award.tsx';
import { Picture } from '../../parts/picture.tsx';
import { Time, timeOf } from '../../parts/time.tsx';
import type { Trophy } from './trophies.ts';
import styles from './trophy-case.module.css';

const COLOURS = {
  mastered: styles.mastered,
  completed: styles.completed,
  'beaten-hardcore': styles.beaten,
  'beaten-softcore': styles.beatenSoftcore,
} as const satisfies Record<AwardKind, unknown>;

/** A game and its award. It stays as it is while one scrolls. */
export const TrophyTile = memo(function TrophyTile({ trophy }: { readonly trophy: Trophy }) {
  return (
    <Link
      className={`${styles.trophy} ${COLOURS[trophy.kind]}`}
      to="/game/$gameId"
      params={{ gameId: String(trophy.gameId) }}
      data-game={trophy.gameId}
    >
      <Picture src={trophy.icon} size={48} />
      <span className={styles.words}>
        <TrophyWords trophy={trophy} />
      </span>
    </Link>
  );
});

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
