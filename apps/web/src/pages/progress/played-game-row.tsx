import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { Award } from '../../parts/award.tsx';
import { Bars } from '../../parts/bars.tsx';
import list from '../../parts/list.module.css';
import { Picture } from '../../parts/picture.tsx';
import { Time, timeOf } from '../../parts/time.tsx';
import type { PlayedGame } from './narrowed.ts';
import styles from './progress.module.css';

/** A game that a player has played: how far they are, and what they hold. Of those that stay while one types, nothing changes. */
export const PlayedGameRow = memo(function PlayedGameRow({ game }: { readonly game: PlayedGame }) {
  return (
    <li className={`${list.row} ${styles.row}`}>
      <Picture src={game.imageIcon} size={48} />
      <div>
        <Link className={list.name} to="/game/$gameId" params={{ gameId: String(game.gameId) }}>
          {game.title}
        </Link>
        <p className={list.about}>
          {game.consoleName} · last unlock <Time at={timeOf(game.mostRecentAwardedDate)} />
        </p>
      </div>
      <Bars achieved={game.numAwarded} hardcore={game.numAwardedHardcore} possible={game.maxPossible} />
      {game.highestAwardKind === null ? null : (
        <span className={styles.award}>
          <Award kind={game.highestAwardKind} />
          {game.highestAwardDate === null ? null : <Time at={timeOf(game.highestAwardDate)} />}
        </span>
      )}
    </li>
  );
});
