import type { SiteUser } from '@laurel/contract/site';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import button from '../../parts/button.module.css';
import card from '../../parts/card.module.css';
import form from '../../parts/form.module.css';
import { Picture, pictureOf } from '../../parts/picture.tsx';
import styles from './account.module.css';

interface AccountHeaderProps {
  readonly user: SiteUser;
  readonly signOut: () => Promise<void>;
}

/** Whose account it is, and the way out. */
export function AccountHeader({ user, signOut }: AccountHeaderProps) {
  const [problem, setProblem] = useState<string>();
  return (
    <header className={styles.header}>
      <Picture src={pictureOf(user.username)} size={64} />
      <div className={styles.who}>
        <h1>{user.username}</h1>
        <p className={card.quiet}>
          {user.admin ? 'Your account, an administrator’s. ' : 'Your account. '}
          Others see{' '}
          <Link to="/user/$username" params={{ username: user.username }}>
            your page
          </Link>
          .
        </p>
      </div>
      <button
        type="button"
        className={button.plain}
        onClick={() => signOut().catch((error) => setProblem(String(error.message)))}
      >
        Sign out
      </button>
      <p className={form.problem} role="alert">
        {problem}
      </p>
    </header>
  );
}
