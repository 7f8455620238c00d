import { getTopTenUsers } from '@laurel/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { authorization } from '../../data/session.ts';
import button from '../../parts/button.module.css';
import card from '../../parts/card.module.css';
import list from '../../parts/list.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { Picture, pictureOf } from '../../parts/picture.tsx';
import { Read } from '../../parts/read.tsx';
import styles from './home.module.css';
import { LatestAwards } from './latest-awards.tsx';
import { PlayerSearch } from './player-search.tsx';

/** What this server is, and what happens on it. */
export function Home() {
  return (
    <div className={card.stack}>
      <title>Laurel: achievements for retro games</title>
      <section className={styles.welcome}>
        <h1>Achievements for retro games, on a server of one’s own</h1>
        <p className={styles.lead}>
          Play in an emulator that knows RetroAchievements, and this server keeps what you unlock.
        </p>
        <p className={styles.actions}>
          <Link to="/games" className={button.primary}>
            Look at the games
          </Link>
          <a href="/docs" className={button.plain}>
            Use the API
          </a>
        </p>
      </section>
      <PlayerSearch />
      <div className={card.columns}>
        <LatestAwards />
        <TopPlayers />
      </div>
    </div>
  );
}

function TopPlayers() {
  const players = useQuery({
    queryKey: ['top players'],
    queryFn: async ({ signal }) => getTopTenUsers(await authorization(), { signal }),
  });
  return (
    <section className={card.section} aria-labelledby="top">
      <h2 id="top">Top players</h2>
      <Read query={players} tall={30}>
        {(all) =>
          all.length === 0 ? (
            <Nothing>Nobody has any points yet.</Nothing>
          ) : (
            <ol className={list.list}>
              {all.map(({ username, totalPoints, totalRatioPoints }) => (
                <li key={username} className={list.row}>
                  <Picture src={pictureOf(username)} size={40} />
                  <Link className={list.name} to="/user/$username" params={{ username }}>
                    {username}
                  </Link>
                  <span className={list.side}>
                    <span>{totalPoints.toLocaleString()} points</span>
                    <span>{totalRatioPoints.toLocaleString()} RetroPoints</span>
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </Read>
    </section>
  );
}
