import { iterateUserCompletionProgress } from '@laurel/client';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { authorization } from '../../data/session.ts';
import { Award } from '../../parts/award.tsx';
import { Bars } from '../../parts/bars.tsx';
import card from '../../parts/card.module.css';
import list from '../../parts/list.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Picture } from '../../parts/picture.tsx';
import { Read } from '../../parts/read.tsx';
import { Time, timeOf } from '../../parts/time.tsx';
import { Filters } from './filters.tsx';
import { narrowed, type PlayedGame, systemsOf } from './narrowed.ts';
import { Totals } from './totals.tsx';

const route = getRouteApi('/user/$username/progress');
const PER_PAGE = 100;

/** Every game that a player has played. All of it is read at once: it is narrowed and sorted here, as one types. */
export function ProgressPage() {
  const { username } = route.useParams();
  const { page = 1, system, award, sort, q } = route.useSearch();
  const games = useQuery({
    queryKey: ['progress', username.toLowerCase()],
    queryFn: async ({ signal }) => {
      const all: PlayedGame[] = [];
      const asked = { username, pageSize: 500 };
      for await (const game of iterateUserCompletionProgress(await authorization(), asked, { signal }))
        all.push(game);
      return all;
    },
  });
  return (
    <article className={card.stack}>
      <title>{`Progress of ${username} · Laurel`}</title>
      <header className={card.section}>
        <h1>Completion progress</h1>
        <p className={card.quiet}>
          of{' '}
          <Link to="/user/$username" params={{ username }}>
            {username}
          </Link>
        </p>
      </header>
      <Read query={games} tall={60}>
        {(all) => {
          if (all.length === 0) return <Nothing>{username} has not unlocked anything here yet.</Nothing>;
          const shown = narrowed(all, { system, award, sort, q });
          return (
            <>
              <Totals games={all} />
              <Filters systems={systemsOf(all)} />
              <p className={card.small} role="status">
                {shown.length === all.length
                  ? `${all.length} games`
                  : `${shown.length} of ${all.length} games`}
              </p>
              {shown.length === 0 ? (
                <Nothing>No game is like that.</Nothing>
              ) : (
                <ul className={list.list}>
                  {shown.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((game) => (
                    <Row key={game.gameId} game={game} />
                  ))}
                </ul>
              )}
              <Pages page={page} total={shown.length} perPage={PER_PAGE} />
            </>
          );
        }}
      </Read>
    </article>
  );
}

function Row({ game }: { readonly game: PlayedGame }) {
  const { gameId, title, imageIcon, consoleName, maxPossible, numAwarded, numAwardedHardcore } = game;
  return (
    <li className={list.row}>
      <Picture src={imageIcon} size={48} />
      <div>
        <Link className={list.name} to="/game/$gameId" params={{ gameId: String(gameId) }}>
          {title}
        </Link>
        <p className={list.about}>
          {consoleName} · <Time at={timeOf(game.mostRecentAwardedDate)} />
        </p>
      </div>
      <div className={list.side}>
        <Bars achieved={numAwarded} hardcore={numAwardedHardcore} possible={maxPossible} />
        {game.highestAwardKind === null ? null : (
          <span>
            <Award kind={game.highestAwardKind} />{' '}
            {game.highestAwardDate === null ? null : <Time at={timeOf(game.highestAwardDate)} />}
          </span>
        )}
      </div>
    </li>
  );
}
