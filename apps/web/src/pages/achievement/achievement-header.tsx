import type { AchievementUnlocks } from '@laurel/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import { numeral } from '../../parts/count.ts';
import { percent } from '../../parts/percent.ts';
import { badgeOf, Picture } from '../../parts/picture.tsx';
import totals from '../../parts/totals.module.css';
import { KINDS } from '../game/achievement-kinds.ts';
import { Earned } from '../game/earned.tsx';
import { gameQuery } from '../game/read-game.ts';
import styles from './achievement-header.module.css';

type AchievementHeaderProps = Pick<
  AchievementUnlocks,
  'achievement' | 'game' | 'console' | 'unlocksCount' | 'unlocksHardcoreCount' | 'totalPlayers'
>;

/** What an achievement is, what it is worth and how rare it is; and whether the reader has it. */
export function AchievementHeader(props: AchievementHeaderProps) {
  const { achievement, game, console: system, unlocksCount, unlocksHardcoreCount, totalPlayers } = props;
  // Its badge, and whether the reader has it, are told with the whole set only.
  const { data: session } = useQuery(sessionQuery);
  const { data: set } = useQuery({
    ...gameQuery(game.id, session?.user?.username),
    enabled: session !== undefined,
  });
  const inSet = set?.achievements[achievement.id];
  const numbers = [
    [achievement.points === 1 ? 'Point' : 'Points', numeral(achievement.points)],
    ['RetroPoints', numeral(achievement.trueRatio)],
    [
      `${numeral(unlocksCount)} of ${numeral(totalPlayers)} players have it`,
      percent(unlocksCount, totalPlayers),
    ],
    [`${numeral(unlocksHardcoreCount)} in hardcore`, percent(unlocksHardcoreCount, totalPlayers)],
  ] as const;
  return (
    <header className={card.stack}>
      <div className={styles.header}>
        {inSet === undefined ? (
          <span className={styles.badge} />
        ) : (
          <Picture src={badgeOf(inSet.badgeName)} size={96} />
        )}
        <div className={card.section}>
          <h1>{achievement.title}</h1>
          <p>{achievement.description}</p>
          <p className={card.quiet}>
            {achievement.type === null ? '' : `${KINDS[achievement.type] ?? achievement.type} · `}
            <Link to="/game/$gameId" params={{ gameId: String(game.id) }}>
              {game.title}
            </Link>
            {` · ${system.title}`}
            {achievement.author === '' ? '' : ` · by ${achievement.author}`}
          </p>
        </div>
      </div>
      <dl className={totals.totals}>
        {numbers.map(([name, number]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{number}</dd>
          </div>
        ))}
      </dl>
      {inSet === undefined ? null : <Earned achievement={inSet} />}
    </header>
  );
}
