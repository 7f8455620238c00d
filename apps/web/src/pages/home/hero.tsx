import type { SiteSession, SiteUser } from '@laurel/contract/site';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import button from '../../parts/button.module.css';
import { LazySearchBox } from '../../parts/search/lazy-search-box.tsx';
import { useSearchKey } from '../../parts/search/search-key.ts';
import { Champion } from './champion.tsx';
import styles from './home.module.css';

/** What this server is and what to do next; beside it, what was unlocked last. */
export function Hero({ session }: { readonly session: SiteSession | undefined }) {
  const [text, setText] = useState('');
  const search = useRef<HTMLElement>(null);
  const { name } = useSearchKey(() => {
    const input = search.current?.querySelector('input');
    input?.focus();
    input?.select();
  });
  return (
    <section className={styles.hero}>
      <div className={styles.welcome}>
        <h1>Achievements for retro games</h1>
        <p className={styles.lead}>
          Play in RetroArch, or another emulator that knows RetroAchievements, and this server keeps what you
          unlock.
        </p>
        <search ref={search}>
          <LazySearchBox
            text={text}
            onText={setText}
            onOpen={() => setText('')}
            drops
            field={{ 'aria-keyshortcuts': name }}
          />
        </search>
        <p className={styles.actions}>
          <Link to="/games" className={button.primary}>
            Look at the games
          </Link>
          {session?.hasAccounts ? <Next user={session.user} /> : null}
        </p>
      </div>
      <Champion />
    </section>
  );
}

/** What a reader does next on the way to the first unlock, or the next one. */
function Next({ user }: { readonly user: SiteUser | null }) {
  return user === null ? (
    <Link to="/sign-in" className={button.plain}>
      Sign in to play
    </Link>
  ) : (
    <Link to="/user/$username/progress" params={{ username: user.username }} className={button.plain}>
      Your progress
    </Link>
  );
}
