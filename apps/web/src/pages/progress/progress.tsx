import { getUserProfile, iterateUserCompletionProgress } from '@laurel/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { isNotFound, queries } from '../../app/queries.ts';
import { authorization } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import { Nothing, Notice } from '../../parts/notice.tsx';
import { Picture, pictureOf } from '../../parts/picture.tsx';
import { Read } from '../../parts/read.tsx';
import { Filters } from './filters.tsx';
import type { PlayedGame } from './narrowed.ts';
import { NarrowedGames } from './narrowed-games.tsx';
import styles from './progress.module.css';
import { Totals } from './totals.tsx';

const route = getRouteApi('/user/$username/progress');

export function progressOf(username: string) {
  return queryOptions({
    queryKey: ['progress', username.toLowerCase()],
    queryFn: async ({ signal }) => {
      const all: PlayedGame[] = [];
      const asked = { username, pageSize: 500 };
      for await (const game of iterateUserCompletionProgress(await authorization(), asked, { signal }))
        all.push(game);
      return all;
    },
  });
}

function profileOf(username: string) {
  return queryOptions({
    queryKey: ['profile', username.toLowerCase()],
    queryFn: async ({ signal }) => getUserProfile(await authorization(), { username }, { signal }),
  });
}

/** Asks for what the page shows. */
export function ahead(username: string): void {
  void queries.prefetchQuery(progressOf(username));
  void queries.prefetchQuery(profileOf(username));
}

/** Every game that a player has played. All of it is read at once: it is narrowed and sorted here, as one types. */
export function ProgressPage() {
  const { username } = route.useParams();
  // Drawn bit by bit, while one types on.
  const shown = useDeferredValue(route.useSearch());
  const profile = useQuery(profileOf(username));
  const games = useQuery(progressOf(username));
  if (isNotFound(profile.error)) {
    return (
      <Notice title="There is no such player">
        <p>Nobody of the name {username} plays here.</p>
      </Notice>
    );
  }
  const name = profile.data?.user ?? username;
  return (
    <article className={card.stack}>
      <title>{`Completion progress of ${name} · Laurel`}</title>
      <header className={styles.header}>
        <Picture src={profile.data?.userPic ?? pictureOf(username)} size={64} />
        <div>
          <h1>Completion progress</h1>
          <p className={card.quiet}>
            of{' '}
            <Link to="/user/$username" params={{ username: name }}>
              {name}
            </Link>
          </p>
        </div>
      </header>
      <Read query={games} tall={60}>
        {(all) =>
          all.length === 0 ? (
            <Nothing>{name} has not unlocked anything here yet.</Nothing>
          ) : (
            <>
              <Totals games={all} />
              <div className={card.section}>
                <Filters games={all} />
                <NarrowedGames games={all} search={shown} />
              </div>
            </>
          )
        }
      </Read>
    </article>
  );
}
