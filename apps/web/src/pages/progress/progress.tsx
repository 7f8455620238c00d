import { getUserProfile, iterateUserCompletionProgress } from '@laurel/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { isNotFound, queries } from '../../app/queries.ts';
import { authorization } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import { count } from '../../parts/count.ts';
import list from '../../parts/list.module.css';
import { Nothing, Notice } from '../../parts/notice.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Picture, pictureOf } from '../../parts/picture.tsx';
import { Read } from '../../parts/read.tsx';
import { Filters } from './filters.tsx';
import { narrowed, type PlayedGame, systemsOf } from './narrowed.ts';
import { PlayedGameRow } from './played-game-row.tsx';
import styles from './progress.module.css';
import { Totals } from './totals.tsx';

const route = getRouteApi('/user/$username/progress');
const PER_PAGE = 100;

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

/** Asks for what the page shows. */
export function ahead(username: string): void {
  void queries.prefetchQuery(progressOf(username));
}

/** Every game that a player has played. All of it is read at once: it is narrowed and sorted here, as one types. */
export function ProgressPage() {
  const { username } = route.useParams();
  const { page = 1, ...narrowing } = route.useSearch();
  const profile = useQuery({
    queryKey: ['profile', username.toLowerCase()],
    queryFn: async ({ signal }) => getUserProfile(await authorization(), { username }, { signal }),
  });
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
        {(all) => {
          if (all.length === 0) return <Nothing>{name} has not unlocked anything here yet.</Nothing>;
          const shown = narrowed(all, narrowing);
          return (
            <>
              <Totals games={all} />
              <div className={card.section}>
                <Filters systems={systemsOf(all)} />
                <p className={card.small} role="status">
                  {shown.length === all.length
                    ? count(all.length, 'game')
                    : `${shown.length.toLocaleString()} of ${count(all.length, 'game')}`}
                </p>
                {shown.length === 0 ? (
                  <Nothing>No game is like that.</Nothing>
                ) : (
                  <ul className={list.list}>
                    {shown.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((game) => (
                      <PlayedGameRow key={game.gameId} game={game} />
                    ))}
                  </ul>
                )}
                <Pages page={page} total={shown.length} perPage={PER_PAGE} />
              </div>
            </>
          );
        }}
      </Read>
    </article>
  );
}
