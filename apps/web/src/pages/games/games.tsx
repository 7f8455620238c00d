import { getConsoleIds } from '@laurel/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { queries } from '../../app/queries.ts';
import { authorization } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import { Choice } from '../../parts/choice.tsx';
import field from '../../parts/field.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { Read } from '../../parts/read.tsx';
import { TitleSearch } from '../../parts/title-search.tsx';
import { GAME_SORTS, type Wanted } from './arranged.ts';
import { GameList, gamesOf } from './game-list.tsx';

const route = getRouteApi('/games');

export const systems = queryOptions({
  queryKey: ['systems'],
  queryFn: async ({ signal }) => getConsoleIds(await authorization(), {}, { signal }),
  staleTime: 300_000,
});

/** Asks for what the page shows. */
export function ahead(system: number | undefined): void {
  void queries.prefetchQuery(systems);
  if (system !== undefined) void queries.prefetchQuery(gamesOf(system));
}

/** The games of a system, narrowed as one types. */
export function Games() {
  const { system, ...wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: Wanted & { readonly system?: number | undefined }) =>
    navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  return (
    <article className={card.stack}>
      <title>Games · Laurel</title>
      <h1>Games</h1>
      <Read query={useQuery(systems)} tall={64}>
        {(all) => {
          const shown = system ?? all[0]?.id;
          if (shown === undefined) return <Nothing>This server has no games yet.</Nothing>;
          return (
            <>
              <search className={field.fields}>
                <TitleSearch value={wanted.q} search={(q) => change({ q })} />
                <Choice
                  label="System"
                  value={String(shown)}
                  choices={all.map(({ id, name }) => [String(id), name] as const)}
                  choose={(chosen) => change({ system: Number(chosen) })}
                />
                <Choice
                  label="Order"
                  value={wanted.sort ?? 'title'}
                  choices={GAME_SORTS}
                  choose={(sort) => change({ sort: sort === 'title' ? undefined : sort })}
                />
                <Choice
                  label="Show"
                  value={wanted.empty ? 'all' : 'achievements'}
                  choices={[
                    ['achievements', 'With achievements'],
                    ['all', 'All games'],
                  ]}
                  choose={(chosen) => change({ empty: chosen === 'all' || undefined })}
                />
              </search>
              <GameList systemId={shown} wanted={wanted} />
            </>
          );
        }}
      </Read>
    </article>
  );
}
