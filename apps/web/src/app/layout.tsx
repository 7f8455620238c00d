import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { type Session, sessionQuery } from '../data/session.ts';
import { ForMembers } from '../pages/sign-in/for-members.tsx';
import { SearchButton } from '../parts/search/search-button.tsx';
import styles from './layout.module.css';
import { ThemeButton } from './theme-button.tsx';

/** What every page stands in. */
export function Layout() {
  const { data: session } = useQuery(sessionQuery);
  const hasWebsite = session?.hasWebsite !== false;
  return (
    <>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link to={hasWebsite ? '/' : '/docs'} className={styles.brand}>
            <img src="/favicon.svg" alt="" width="28" height="28" />
            Laurel
          </Link>
          <nav className={styles.nav} aria-label="Main">
            {hasWebsite ? <Link to="/games">Games</Link> : null}
            <Link to="/docs">API</Link>
          </nav>
          {hasWebsite ? <SearchButton /> : null}
          {hasWebsite ? <Reader session={session} /> : null}
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
          Laurel is an independent project, compatible with RetroAchievements by protocol.
          {hasWebsite ? (
            <>
              {' '}
              Everything on this site is in its <Link to="/docs">Web API</Link>, too.
            </>
          ) : null}
        </p>
      </footer>
    </>
  );
}

/** Who is signed in, or where to. */
function Reader({ session }: { readonly session: Session | undefined }) {
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
