import { getRouteApi } from '@tanstack/react-router';
import field from '../../parts/field.module.css';
import { AWARD_FILTERS, isAwardFilter, isProgressSort, type Narrowing, PROGRESS_SORTS } from './narrowed.ts';

const route = getRouteApi('/user/$username/progress');

/** What narrows the list; it stands in the address, so that a link shows the same. */
export function Filters({ systems }: { readonly systems: readonly { id: number; name: string }[] }) {
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
      <label className={`${field.field} ${field.grow}`}>
        Search by title
        <input
          className={field.input}
          type="search"
          value={search.q ?? ''}
          onChange={(event) => change({ q: event.target.value || undefined })}
        />
      </label>
      <Choice
        label="System"
        value={String(search.system ?? '')}
        choices={[['', 'All'], ...systems.map(({ id, name }) => [String(id), name] as const)]}
        choose={(system) => change({ system: Number(system) || undefined })}
      />
      <Choice
        label="Award"
        value={search.award ?? ''}
        choices={[['', 'All'], ...AWARD_FILTERS]}
        choose={(award) => change({ award: isAwardFilter(award) ? award : undefined })}
      />
      <Choice
        label="Order"
        value={search.sort ?? 'recent'}
        choices={PROGRESS_SORTS}
        choose={(sort) => change({ sort: isProgressSort(sort) ? sort : undefined })}
      />
    </search>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly choose: (value: string) => void;
}

function Choice({ label, value, choices, choose }: ChoiceProps) {
  return (
    <label className={field.field}>
      {label}
      <select className={field.input} value={value} onChange={(event) => choose(event.target.value)}>
        {choices.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
