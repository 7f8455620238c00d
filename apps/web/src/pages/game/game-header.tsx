import { Link } from '@tanstack/react-router';
import { Award, type AwardKind } from '../../parts/award.tsx';
import { Bars } from '../../parts/bars.tsx';
import card from '../../parts/card.module.css';
import { count, numeral } from '../../parts/count.ts';
import { Picture } from '../../parts/picture.tsx';
import { Time, timeOf } from '../../parts/time.tsx';
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
    readonly achievements: Readonly<Record<number, { readonly points: number; readonly trueRatio: number }>>;
    readonly numAwardedToUser?: number;
    readonly numAwardedToUserHardcore?: number;
    readonly highestAwardKind?: AwardKind | null;
    readonly highestAwardDate?: string | null;
  };
  /** Who is signed in. */
  readonly username: string | undefined;
}

/** What a game is, and how far the reader has come in it. */
export function GameHeader({ game, username }: GameHeaderProps) {
  const achievements = Object.values(game.achievements);
  const points = achievements.reduce((sum, achievement) => sum + achievement.points, 0);
  const retroPoints = achievements.reduce((sum, { trueRatio }) => sum + trueRatio, 0);
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
        </p>
        <p className={card.quiet}>
          {count(achievements.length, 'achievement')} · {count(points, 'point')} ({numeral(retroPoints)}{' '}
          RetroPoints) · {count(game.numDistinctPlayers, 'player')}
        </p>
      </div>
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
      {username === undefined || game.numAwardedToUser === undefined || achievements.length === 0 ? null : (
        <section className={`${card.card} ${styles.mine}`} aria-labelledby="mine">
          <h2 id="mine">Your progress</h2>
          <Bars
            achieved={game.numAwardedToUser}
            hardcore={game.numAwardedToUserHardcore ?? 0}
            possible={game.numAchievements}
          />
          {game.highestAwardKind ? (
            <p className={styles.award}>
              <Award kind={game.highestAwardKind} />
              {game.highestAwardDate ? <Time at={timeOf(game.highestAwardDate)} /> : null}
            </p>
          ) : null}
        </section>
      )}
    </header>
  );
}
