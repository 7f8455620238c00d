import field from './field.module.css';

interface TitleSearchProps {
  /** What is looked for; nothing for everything. */
  readonly value: string | undefined;
  readonly search: (title: string | undefined) => void;
}

/** A field that narrows a list of games by their titles, as one types. */
export function TitleSearch({ value = '', search }: TitleSearchProps) {
  return (
    <label className={`${field.field} ${field.grow}`}>
      Search by title
      <input
        className={field.input}
        type="search"
        value={value}
        onChange={(event) => search(event.target.value || undefined)}
      />
    </label>
  );
}
