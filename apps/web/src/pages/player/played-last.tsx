import type { UserSummary } from '@laurel/client';
import { Link } from '@tanstack/react-router';
import { Bars } from '../../parts/bars.tsx';
import card from '../../parts/card.module.css';
import list from '../../parts/list.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { Picture } from '../../parts/picture.tsx';
import { Time, timeOf } from '../../parts/time.tsx';

/** What a player has played last, and how far they are in it. */
export function PlayedLast({ player }: { readonly player: UserSummary }) {
  return (
    <section className={card.section} aria-labelledby="played">
      <h2 id="played">Played last</h2>
      {player.recentlyPlayed.length === 0 ? (
        <Nothing>No games yet.</Nothing>
      ) : (
        <ol className={list.list}>
          {player.recentlyPlayed.map(({ gameId, title, consoleName, imageIcon, lastPlayed }) => {
            const progress = player.awarded[gameId];
            return (
              <li key={gameId} className={`${list.row} ${list.narrow}`}>
                <Picture src={imageIcon} size={48} />
                <div>
                  <Link className={list.name} to="/game/$gameId" params={{ gameId: String(gameId) }}>
                    {title}
                  </Link>
                  <p className={list.about}>
                    {consoleName} · <Time at={timeOf(lastPlayed)} />
                  </p>
                  {progress === undefined ? null : (
                    <Bars
                      achieved={progress.numAchieved}
                      hardcore={progress.numAchievedHardcore}
                      possible={progress.numPossibleAchievements}
                    />
                  )}
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
