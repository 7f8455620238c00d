import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import button from '../../parts/button.module.css';
import card from '../../parts/card.module.css';
import { Emulator } from '../account/emulator.tsx';
import styles from './welcome.module.css';

interface FirstGameProps {
  readonly username: string;
  /** Whether the account was made just now. */
  readonly isNew: boolean;
}

/** What whoever has made an account does next. */
export function FirstGame({ username, isNew }: FirstGameProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The form that had the focus is gone.
    if (isNew) title.current?.focus();
  }, [isNew]);
  return (
    <article className={styles.page}>
      <title>Your first game · Laurel</title>
      <header className={card.section}>
        <p className={styles.step}>Step 2 of 2</p>
        <h1 ref={title} className={styles.title} tabIndex={-1}>
          Welcome, {username}
        </h1>
        <p className={card.quiet} role="status">
          {isNew ? 'Your account is made, and you are signed in. ' : null}
          Now tell your emulator about this server.
        </p>
      </header>
      <Emulator username={username} />
      <p className={styles.next}>
        <Link to="/games" className={button.primary}>
          Look at the games
        </Link>
        <Link to="/account" className={button.plain}>
          Your account
        </Link>
      </p>
    </article>
  );
}
