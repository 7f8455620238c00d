import styles from './search.module.css';
import { SearchField, type SearchFieldProps } from './search-field.tsx';
import { SearchPanel } from './search-panel.tsx';
import { wordsOf } from './use-search.ts';
import { useSearchCombobox } from './use-search-combobox.ts';

export interface SearchBoxProps {
  /** What is typed. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Something that was found is being opened. */
  readonly onOpen: () => void;
  /** Whether what is found drops down over the page; in a dialog of its own it is always there. */
  readonly drops: boolean;
  readonly field?: SearchFieldProps;
  /** What has happened to the field whose place it takes. */
  readonly start: {
    readonly hasFocus: boolean;
    /** Enter was pressed after the last change. */
    readonly isEntered: boolean;
  };
}

/** Finds games and players as one types. */
export function SearchBox(props: SearchBoxProps) {
  const { search, isShown, inputProps, listProps, optionProps } = useSearchCombobox(props);
  return (
    <div className={props.drops ? styles.dropping : styles.standing}>
      <SearchField {...props.field} {...inputProps} />
      <SearchPanel search={search} isShown={isShown} listProps={listProps} optionProps={optionProps} />
      <p className="visually-hidden" role="status">
        {isShown ? wordsOf(search) : null}
      </p>
    </div>
  );
}
