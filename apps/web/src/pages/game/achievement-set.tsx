import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import card from '../../parts/card.module.css';
import { Choice } from '../../parts/choice.tsx';
import { count, numeral } from '../../parts/count.ts';
import field from '../../parts/field.module.css';
import list from '../../parts/list.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { percent } from '../../parts/percent.ts';
import { badgeOf, Picture } from '../../parts/picture.tsx';
import { KINDS } from './achievement-kinds.ts';
import {
  type AchievementSort,
  arranged,
  earnedAt,
  filterLabels,
  type SetAchievement,
  type SetFilter,
  sortLabels,
} from './achievement-list.ts';
import styles from './achievement-set.module.css';
import { Earned } from './earned.tsx';

interface AchievementSetProps {
  readonly achievements: readonly SetAchievement[];
  /** Who have at least one of them. */
  readonly players: number;
  /** Whether the achievements say what the reader has of them. */
  readonly isSignedIn: boolean;
}

/** The achievements of a game: what they ask for, what they give, and how rare they are. */
export function AchievementSet({ achievements, players, isSignedIn }: AchievementSetProps) {
  const search = useSearch({ from: '/game/$gameId' });
  const sorts = sortLabels(isSignedIn);
  const parts = filterLabels(isSignedIn);
  const navigate = useNavigate({ from: '/game/$gameId' });
  const change = (part: { sort?: AchievementSort | undefined; show?: SetFilter | undefined }) =>
    navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  // A link from somebody who is signed in may ask for what nobody else can.
  const sort = named(sorts, search.sort);
  const show = named(parts, search.show);
  const shown = arranged(achievements, { sort, show });
  return (
    <section className={card.section} aria-labelledby="achievements">
      <h2 id="achievements">Achievements</h2>
      <div className={field.fields}>
        <Choice
          label="Order"
          value={sort ?? 'set'}
          choices={sorts}
          choose={(chosen) => change({ sort: chosen === 'set' ? undefined : chosen })}
        />
        <Choice<SetFilter | ''>
          label="Show"
          value={show ?? ''}
          choices={[['', 'All'], ...parts]}
          choose={(chosen) => change({ show: chosen || undefined })}
        />
        <p className={field.found} role="status">
          {shown.length === achievements.length
            ? count(shown.length, 'achievement')
            : `${shown.length} of ${count(achievements.length, 'achievement')}`}
        </p>
      </div>
      {shown.length === 0 ? (
        <Nothing>No achievement is like that.</Nothing>
      ) : (
        <ul className={list.list}>
          {shown.map((achievement) => (
            <Row key={achievement.id} achievement={achievement} players={players} isSignedIn={isSignedIn} />
          ))}
        </ul>
      )}
    </section>
  );
}

function named<Name>(
  choices: readonly (readonly [Name, string])[],
  name: Name | undefined,
): Name | undefined {
  return choices.find(([key]) => key === name)?.[0];
}

interface RowProps {
  readonly achievement: SetAchievement;
  readonly players: number;
  readonly isSignedIn: boolean;
}

function Row({ achievement, players, isSignedIn }: RowProps) {
  const { id, title, description, points, trueRatio, badgeName, type } = achievement;
  const isLocked = isSignedIn && earnedAt(achievement) === undefined;
  return (
    <li className={`${list.row} ${styles.row}`}>
      <span className={isLocked ? styles.locked : undefined}>
        <Picture src={badgeOf(badgeName)} size={56} />
      </span>
      <div>
        <Link className={list.name} to="/achievement/$achievementId" params={{ achievementId: String(id) }}>
          {title}
        </Link>
        <p>{description}</p>
        <p className={list.about}>
          {count(points, 'point')}
          <span title="RetroPoints"> ({numeral(trueRatio)})</span>
          {type === null ? null : <span className={styles.kind}> · {KINDS[type] ?? type}</span>}
        </p>
        <Earned achievement={achievement} />
      </div>
      <dl className={`${list.side} ${styles.rarity}`}>
        <div>
          <dt>Unlocked by</dt>
          <dd className={styles.soft}>{percent(achievement.numAwarded, players)}</dd>
        </div>
        <div>
          <dt>Hardcore</dt>
          <dd className={styles.hard}>{percent(achievement.numAwardedHardcore, players)}</dd>
        </div>
      </dl>
    </li>
  );
}
