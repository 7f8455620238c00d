import { Link } from '@tanstack/react-router';
import type { UseComboboxGetItemPropsReturnValue, UseComboboxGetMenuPropsReturnValue } from 'downshift';
import { type ReactNode, useId } from 'react';
import button from '../button.module.css';
import { count } from '../count.ts';
import { Picture } from '../picture.tsx';
import { pointsOf } from './found.ts';
import styles from './search.module.css';
import { type Search, wordsOf } from './use-search.ts';

interface SearchPanelProps {
  readonly search: Search;
  readonly isShown: boolean;
  readonly listProps: UseComboboxGetMenuPropsReturnValue;
  readonly optionProps: (index: number) => UseComboboxGetItemPropsReturnValue;
}

/** What a search has found, that it has found nothing, or why it cannot say. */
export function SearchPanel({ search, isShown, listProps, optionProps }: SearchPanelProps) {
  const { isCurrent, error, tryAgain } = search;
  const { games, players } = (isShown ? search.found : undefined) ?? { games: [], players: [] };
  const isEmpty = games.length + players.length === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press anywhere on it leaves the focus in the field
    <div
      className={styles.panel}
      hidden={!isShown}
      aria-busy={(isShown && !isCurrent && error === null) || undefined}
      onMouseDown={(event) => event.preventDefault()}
    >
      <div {...listProps} className={isCurrent ? styles.list : styles.outdated}>
        <Group name="Games" size={games.length}>
          {games.map((game, index) => (
            <Link
              key={game.id}
              {...optionProps(index)}
              className={styles.option}
              tabIndex={-1}
              to="/game/$gameId"
              params={{ gameId: String(game.id) }}
            >
              <Picture src={game.imageIcon} size={40} />
              <span className={styles.name}>
                {game.title}
                <small>{game.consoleName}</small>
              </span>
              <small>{count(game.numDistinctPlayers, 'player')}</small>
            </Link>
          ))}
        </Group>
        <Group name="Players" size={players.length}>
          {players.map((player, index) => (
            <Link
              key={player.ulid}
              {...optionProps(games.length + index)}
              className={styles.option}
              tabIndex={-1}
              to="/user/$username"
              params={{ username: player.user }}
            >
              <Picture src={player.userPic} size={40} />
              <span className={styles.name}>{player.user}</span>
              <small>{pointsOf(player)}</small>
            </Link>
          ))}
        </Group>
      </div>
      {isEmpty ? (
        <p className={isCurrent || error ? styles.note : styles.waiting}>{wordsOf(search)}</p>
      ) : null}
      {isEmpty && isCurrent ? (
        <p className={styles.hint}>Type how words of a game’s title begin, or a player’s name.</p>
      ) : null}
      {error === null ? null : (
        <p className={styles.note}>
          <button type="button" className={button.plain} tabIndex={-1} onClick={tryAgain}>
            Try again
          </button>
        </p>
      )}
    </div>
  );
}

/** Options of a kind, under its name. */
function Group(of: { readonly name: string; readonly size: number; readonly children: ReactNode }) {
  const id = useId();
  if (of.size === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list box has no fieldsets
    <div role="group" aria-labelledby={id}>
      <p className={styles.kind} id={id}>
        {of.name}
      </p>
      {of.children}
    </div>
  );
}
