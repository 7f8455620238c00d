import { getUserAwards } from '@laurel/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { authorization } from '../../data/session.ts';
import { AWARDS, type AwardKind } from '../../parts/award.tsx';
import button from '../../parts/button.module.css';
import card from '../../parts/card.module.css';
import { numeral } from '../../parts/count.ts';
import { useIsNarrow } from '../../parts/media.ts';
import { Nothing } from '../../parts/notice.tsx';
import { Read } from '../../parts/read.tsx';
import { AWARD_ORDER, trophiesOf } from './trophies.ts';
import styles from './trophy-case.module.css';
import { TrophyGrid } from './trophy-grid.tsx';

/** Two rows of them, or on a phone a list. */
const FIRST = { wide: 28, narrow: 8 };

export function awardsOf(username: string) {
  return queryOptions({
    queryKey: ['awards', username.toLowerCase()],
    queryFn: async ({ signal }) => getUserAwards(await authorization(), { username }, { signal }),
    select: ({ visibleUserAwards }) => trophiesOf(visibleUserAwards),
  });
}

/** A player's awards, one for each game: gold for hardcore. */
export function TrophyCase({ username }: { readonly username: string }) {
  const [kind, setKind] = useState<AwardKind>();
  const [isOpen, setOpen] = useState(false);
  const first = useIsNarrow() ? FIRST.narrow : FIRST.wide;
  const awards = useQuery(awardsOf(username));
  return (
    <section className={card.section} aria-labelledby="awards">
      <h2 id="awards">Awards</h2>
      <Read query={awards} tall={17}>
        {(all) => {
          if (all.length === 0) return <Nothing>No awards yet.</Nothing>;
          const ofKind = kind === undefined ? all : all.filter((trophy) => trophy.kind === kind);
          const there = AWARD_ORDER.filter((of) => all.some((trophy) => trophy.kind === of));
          return (
            <>
              <fieldset className={styles.kinds}>
                <legend className="visually-hidden">Which awards</legend>
                {[undefined, ...there].map((of) => (
                  <label key={of ?? 'all'} className={styles.kind}>
                    <input
                      className="visually-hidden"
                      type="radio"
                      name="kind"
                      checked={kind === of}
                      onChange={() => setKind(of)}
                    />
                    {of === undefined ? 'All' : AWARDS[of].name}{' '}
                    <b>{numeral(all.filter((trophy) => of === undefined || trophy.kind === of).length)}</b>
                  </label>
                ))}
              </fieldset>
              <TrophyGrid trophies={ofKind} first={isOpen ? undefined : first} />
              {ofKind.length > first ? (
                <p>
                  <button
                    type="button"
                    className={button.plain}
                    onClick={() => setOpen(!isOpen)}
                    aria-expanded={isOpen}
                  >
                    {isOpen ? 'Show fewer' : `Show all ${numeral(ofKind.length)}`}
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
