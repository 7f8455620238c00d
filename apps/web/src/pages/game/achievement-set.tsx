import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import card from '../../parts/card.module.css';
import field from '../../parts/field.module.css';
import list from '../../parts/list.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { badgeOf, Picture } from '../../parts/picture.tsx';
import { Time, timeOf } from '../../parts/time.tsx';
import {
  type AchievementSort,
  arranged,
  FILTER_LABELS,
  isAchievementSort,
  isSetFilter,
  type SetAchievement,
  type SetFilter,
  SORT_LABELS,
} from './achievement-list.ts';
import styles from './achievement-set.module.css';

interface AchievementSetProps {
  readonly achievements: readonly SetAchievement[];
  /** Who have at least one of them. */
  readonly players: number;
}

const KINDS: Readonly<Record<string, string>> = {
  progression: 'Progression',
  win_condition: 'Win condition',
  missable: 'Missable',
};

/** The achievements of a game: what they ask for, what they give, and how rare they are. */
export function AchievementSet({ achievements, players }: AchievementSetProps) {
  const { sort, show } = useSearch({ from: '/game/$gameId' });
  const navigate = useNavigate({ from: '/game/$gameId' });
  const change = (part: { sort?: AchievementSort | undefined; show?: SetFilter | undefined }) =>
    navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const shown = arranged(achievements, { sort, show });
  return (
    <section className={card.section} aria-labelledby="achievements">
      <h2 id="achievements">Achievements</h2>
      <div className={field.fields}>
        <label className={field.field}>
          Order
          <select
            className={field.input}
            value={sort ?? 'set'}
            onChange={({ target: { value } }) =>
              change({ sort: isAchievementSort(value) ? value : undefined })
            }
          >
            {SORT_LABELS.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className={field.field}>
          Show
          <select
            className={field.input}
            value={show ?? ''}
            onChange={({ target: { value } }) => change({ show: isSetFilter(value) ? value : undefined })}
          >
            <option value="">All</option>
            {FILTER_LABELS.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      {shown.length === 0 ? (
        <Nothing>
          {achievements.length === 0 ? 'This game has no achievements yet.' : 'No achievement is like that.'}
        </Nothing>
      ) : (
        <ul className={list.list}>
          {shown.map((achievement) => (
            <Row key={achievement.id} achievement={achievement} players={players} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ achievement, players }: { readonly achievement: SetAchievement; readonly players: number }) {
  const { id, title, description, points, badgeName, type, numAwarded, numAwardedHardcore } = achievement;
  const { dateEarned, dateEarnedHardcore } = achievement;
  const earned = dateEarnedHardcore ?? dateEarned;
  return (
    <li className={list.row}>
      <Picture src={badgeOf(badgeName)} size={56} />
      <div>
        <Link className={list.name} to="/achievement/$achievementId" params={{ achievementId: String(id) }}>
          {title}
        </Link>
        <p>{description}</p>
        <p className={list.about}>
          {points} {points === 1 ? 'point' : 'points'}
          {type && KINDS[type] ? <span className={styles.kind}> · {KINDS[type]}</span> : null}
          {earned === undefined ? null : (
            <>
              {' · Unlocked '}
              <Time at={timeOf(earned)} />
              {dateEarnedHardcore === undefined ? ' in softcore' : ''}
            </>
          )}
        </p>
      </div>
      <div className={list.side}>
        <Rarity name="Unlocked by" style={styles.soft} unlocks={numAwarded} players={players} />
        <Rarity name="Hardcore" style={styles.hard} unlocks={numAwardedHardcore} players={players} />
      </div>
    </li>
  );
}

interface RarityProps {
  readonly name: string;
  readonly style: string | undefined;
  readonly unlocks: number;
  readonly players: number;
}

function Rarity({ name, style, unlocks, players }: RarityProps) {
  return (
    <span>
      {name} <b className={style}>{percent(unlocks, players)}</b>
    </span>
  );
}

/** A share in words: `12.5 %`, and never 0 where there is one. */
export function percent(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0 %';
  const share = (100 * part) / whole;
  return share < 0.1 ? '< 0.1 %' : `${share.toFixed(share < 10 ? 1 : 0)} %`;
}
