import { getConsoleIds } from '@laurel/client';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { authorization } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import field from '../../parts/field.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { Read } from '../../parts/read.tsx';
import { GameList } from './game-list.tsx';

const route = getRouteApi('/games');

/** The games of a system, narrowed as one types. */
export function Games() {
  const { system, q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const systems = useQuery({
    queryKey: ['systems'],
    queryFn: async ({ signal }) => getConsoleIds(await authorization(), {}, { signal }),
    staleTime: 300_000,
  });
  return (
    <article className={card.stack}>
      <title>Games · Laurel</title>
      <h1>Games</h1>
      <Read query={systems} tall={30}>
        {(all) => {
          const shown = system ?? all[0]?.id;
          if (shown === undefined) return <Nothing>This server has no games yet.</Nothing>;
          return (
            <>
              <search className={field.fields}>
                <label className={field.field}>
                  System
                  <select
                    className={field.input}
                    value={shown}
                    onChange={(event) =>
                      navigate({
                        search: (before) => ({ ...before, system: Number(event.target.value) }),
                        replace: true,
                      })
                    }
                  >
                    {all.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                </label>
                <label className={`${field.field} ${field.grow}`}>
                  Search by title
                  <input
                    className={field.input}
                    type="search"
                    value={q}
                    onChange={(event) =>
                      navigate({
                        search: ({ q: _, ...before }) =>
                          event.target.value === '' ? before : { ...before, q: event.target.value },
                        replace: true,
                      })
                    }
                  />
                </label>
              </search>
              <GameList systemId={shown} wanted={q} />
            </>
          );
        }}
      </Read>
    </article>
  );
}
