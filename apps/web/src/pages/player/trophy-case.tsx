import { getUserAwards } from '@laurel/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { authorization } from '../../data/session.ts';
import button from '../../parts/button.module.css';
import card from '../../parts/card.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { Picture } from '../../parts/picture.tsx';
import { Read } from '../../parts/read.tsx';
import styles from './player.module.css';

const FIRST = 24;

/** A player's awards: gold for hardcore. */
export function TrophyCase({ username }: { readonly username: string }) {
  const [isOpen, setOpen] = useState(false);
  const awards = useQuery({
    queryKey: ['awards', username.toLowerCase()],
    queryFn: async ({ signal }) => getUserAwards(await authorization(), { username }, { signal }),
  });
  return (
    <section className={card.section} aria-labelledby="awards">
      <h2 id="awards">Awards</h2>
      <Read query={awards} tall={12}>
        {({ visibleUserAwards, masteryAwardsCount, completionAwardsCount, beatenHardcoreAwardsCount }) => {
          if (visibleUserAwards.length === 0) return <Nothing>No awards yet.</Nothing>;
          const shown = isOpen ? visibleUserAwards : visibleUserAwards.slice(0, FIRST);
          return (
            <>
              <p className={card.quiet}>
                {masteryAwardsCount} mastered, {completionAwardsCount} completed, {beatenHardcoreAwardsCount}{' '}
                beaten in hardcore.
              </p>
              <ul className={styles.cases}>
                {shown.map((award) => (
                  <li key={`${award.awardType} ${award.awardData}`}>
                    <Link
                      className={`${styles.trophy} ${award.awardDataExtra === 1 ? styles.gold : styles.silver}`}
                      to="/game/$gameId"
                      params={{ gameId: String(award.awardData) }}
                      title={`${award.title}: ${nameOf(award)}`}
                    >
                      <Picture
                        src={award.imageIcon ?? ''}
                        size={48}
                        alt={`${award.title}: ${nameOf(award)}`}
                      />
                    </Link>
                  </li>
                ))}
              </ul>
              {visibleUserAwards.length > FIRST ? (
                <p>
                  <button
                    type="button"
                    className={button.plain}
                    onClick={() => setOpen(!isOpen)}
                    aria-expanded={isOpen}
                  >
                    {isOpen ? 'Show fewer' : `Show all ${visibleUserAwards.length}`}
                  </button>
                </p>
              ) : null}
            </>
          );
        }}
      </Read>
    </section>
  );
}

function nameOf({ awardType, awardDataExtra }: { awardType: string; awardDataExtra: number }): string {
  const isHardcore = awardDataExtra === 1;
  if (awardType === 'Game Beaten') return isHardcore ? 'beaten' : 'beaten in softcore';
  return isHardcore ? 'mastered' : 'completed';
}
