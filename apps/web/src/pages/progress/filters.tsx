import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Choice } from '../../parts/choice.tsx';
import field from '../../parts/field.module.css';
import { TitleSearch } from '../../parts/title-search.tsx';
import {
  AWARD_FILTERS,
  type AwardFilter,
  type Narrowing,
  type PlayedGame,
  PROGRESS_SORTS,
  systemsOf,
} from './narrowed.ts';

const route = getRouteApi('/user/$username/progress');

/** What narrows the list; it stands in the address, so that a link shows the same. */
export function Filters({ games }: { readonly games: readonly PlayedGame[] }) {
  const systems = useMemo(() => systemsOf(games), [games]);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: Narrowing) =>
    navigate({
      search: ({ page: _, ...before }) => ({ ...before, ...part }),
      replace: true,
      resetScroll: false,
    });
  return (
    <search className={field.fields}>
      <TitleSearch value={search.q} search={(q) => change({ q })} />
      <Choice
        label="System"
        value={String(search.system ?? '')}
        choices={[['', 'All systems'], ...systems.map(({ id, name }) => [String(id), name] as const)]}
        choose={(system) => change({ system: Number(system) || undefined })}
      />
      <Choice<AwardFilter | ''>
        label="Status"
        value={search.award ?? ''}
        choices={[['', 'All games'], ...AWARD_FILTERS]}
        choose={(award) => change({ award: award || undefined })}
      />
      <Choice
        label="Order"
        value={search.sort ?? 'recent'}
        choices={PROGRESS_SORTS}
        choose={(sort) => change({ sort: sort === 'recent' ? undefined : sort })}
      />
    </search>
  );
}
