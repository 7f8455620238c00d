import { Link } from '@tanstack/react-router';
import { Bars } from '../../parts/bars.tsx';
import card from '../../parts/card.module.css';
import { Picture } from '../../parts/picture.tsx';
import styles from './game-header.module.css';

interface GameHeaderProps {
  readonly game: {
    readonly title: string;
    readonly imageIcon: string;
    readonly consoleId: number;
    readonly consoleName: string;
    readonly developer: string | null;
    readonly publisher: string | null;
    readonly genre: string | null;
    readonly released: string | null;
    readonly numAchievements: number;
    readonly numDistinctPlayers: number;
    readonly achievements: Readonly<Record<number, { readonly points: number }>>;
    readonly numAwardedToUser?: number;
    readonly numAwardedToUserHardcore?: number;
  };
  /** Who is signed in. */
  readonly username: string | undefined;
}

/** What a game is, and how far the reader has come in it. */
export function GameHeader({ game, username }: GameHeaderProps) {
  const points = Object.values(game.achievements).reduce((sum, achievement) => sum + achievement.points, 0);
  const facts = [
    ['Developer', game.developer],
    ['Publisher', game.publisher],
    ['Genre', game.genre],
    ['Released', game.released?.slice(0, 10)],
  ].filter(([, value]) => value);
  return (
    <header className={styles.header}>
      <Picture src={game.imageIcon} size={96} />
      <div className={styles.title}>
        <h1>{game.title}</h1>
        <p className={card.quiet}>
          <Link to="/games" search={{ system: game.consoleId }}>
            {game.consoleName}
          </Link>
          {' · '}
          {count(game.numAchievements, 'achievement')}, {count(points, 'point')} ·{' '}
          {count(game.numDistinctPlayers, 'player')}
        </p>
        {facts.length === 0 ? null : (
          <dl className={styles.facts}>
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      {username === undefined || game.numAwardedToUser === undefined ? null : (
        <div className={`${card.card} ${styles.mine}`}>
          <h2>Your progress</h2>
          <Bars
            achieved={game.numAwardedToUser}
            hardcore={game.numAwardedToUserHardcore ?? 0}
            possible={game.numAchievements}
          />
        </div>
      )}
    </header>
  );
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString()} ${noun}${number === 1 ? '' : 's'}`;
}
