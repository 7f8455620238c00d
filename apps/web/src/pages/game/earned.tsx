import { Time, timeOf } from '../../parts/time.tsx';
import { earnedAt, type SetAchievement } from './achievement-list.ts';
import styles from './earned.module.css';

/** When the reader unlocked it: in hardcore where they have. */
export function Earned({ achievement }: { readonly achievement: SetAchievement }) {
  const at = achievement.dateEarnedHardcore ?? earnedAt(achievement);
  if (at === undefined) return null;
  const isHardcore = achievement.dateEarnedHardcore !== undefined;
  return (
    <p className={`${styles.earned} ${isHardcore ? styles.hardcore : styles.softcore}`}>
      <span aria-hidden>✓ </span>
      You unlocked it {isHardcore ? 'in hardcore' : 'in softcore'}: <Time at={timeOf(at)} />
    </p>
  );
}
