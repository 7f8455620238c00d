import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { sessionQuery } from '../data/session.ts';
import { ForMembers } from '../pages/sign-in/for-members.tsx';
import { SearchButton } from '../parts/search/search-button.tsx';
import styles from './layout.module.css';
import { ThemeButton } from './theme-button.tsx';

/** What every page stands in. */
export function Layout() {
  return (
    <>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link to="/" className={styles.brand}>
            <img src="/favicon.svg" alt="" width="28" height="28" />
            Laurel
          </Link>
          <nav className={styles.nav} aria-label="Main">
            <Link to="/games">Games</Link>
            <a href="/docs">API</a>
          </nav>
          <SearchButton />
          <Reader />
          <ThemeButton />
        </div>
      </header>
      <main id="content" className={styles.main} tabIndex={-1}>
        <ForMembers>
          <Outlet />
        </ForMembers>
      </main>
      <footer className={styles.footer}>
        <p>
          Laurel is an independent project, compatible with RetroAchievements by protocol. Everything on this
          site is in its <a href="/docs">Web API</a>, too.
        </p>
      </footer>
    </>
  );
}

/** Who is signed in, or where to. */
function Reader() {
  const { data: session } = useQuery(sessionQuery);
  if (session === undefined) return null;
  return session.user === null ? (
    <Link className={styles.reader} to="/sign-in">
      Sign in
    </Link>
  ) : (
    <Link className={styles.reader} to="/account">
      {session.user.username}
    </Link>
  );
}
