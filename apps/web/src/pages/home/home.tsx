import { useQuery } from '@tanstack/react-query';
import { queries } from '../../app/queries.ts';
import { sessionQuery } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import { FirstRun } from '../welcome/first-run.tsx';
import { Hero } from './hero.tsx';
import styles from './home.module.css';
import { LatestAwards, latestAwards } from './latest-awards.tsx';
import { LatestUnlocks, latestUnlocks } from './latest-unlocks.tsx';
import { MostPlayed, mostPlayed } from './most-played.tsx';
import { TopPlayers, topPlayers } from './top-players.tsx';

/** Asks for what the page shows. */
export function ahead(): void {
  void queries.prefetchQuery(latestUnlocks);
  void queries.prefetchQuery(latestAwards);
  void queries.prefetchQuery(mostPlayed);
  void queries.prefetchQuery(topPlayers);
}

/** What this server is, and what happens on it. */
export function Home() {
  const { data: session } = useQuery(sessionQuery);
  return (
    <div className={styles.page}>
      <title>Laurel: achievements for retro games</title>
      <Hero session={session} />
      {session?.hasAccounts === false ? <FirstRun /> : null}
      <div className={card.columns}>
        <LatestUnlocks />
        <LatestAwards />
      </div>
      <MostPlayed />
      <TopPlayers />
    </div>
  );
}
