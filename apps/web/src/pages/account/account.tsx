import type { SiteSession } from '@laurel/contract/site';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionQuery } from '../../data/session.ts';
import { ask, changeReader } from '../../data/site.ts';
import { Read } from '../../parts/read.tsx';
import styles from './account.module.css';
import { AccountHeader } from './account-header.tsx';
import { Emulator } from './emulator.tsx';
import { Keys } from './keys.tsx';
import { Motto } from './motto.tsx';
import { Password } from './password.tsx';
import { SignOutEverywhere } from './sign-out-everywhere.tsx';
import type { SignedOut } from './signed-out.ts';

/** The reader's own account. */
export function Account() {
  const session = useQuery(sessionQuery);
  const [signedOut, setSignedOut] = useState<SignedOut>();
  const signOut = async (path: 'sign-out' | 'sign-out-everywhere', how: SignedOut) => {
    const after = await ask<SiteSession>('POST', path);
    setSignedOut(how);
    changeReader(after);
  };
  return (
    <Read query={session} tall={60}>
      {({ user }) =>
        user === null ? (
          <Navigate to="/sign-in" replace state={signedOut === undefined ? {} : { signedOut }} />
        ) : (
          <article className={styles.account}>
            <title>Your account · Laurel</title>
            <AccountHeader user={user} signOut={() => signOut('sign-out', 'here')} />
            <div className={styles.main}>
              <Emulator username={user.username} />
              <Keys ulid={user.ulid} />
            </div>
            <div className={styles.side}>
              <Motto motto={user.motto} />
              <Password username={user.username} />
              <SignOutEverywhere signOut={() => signOut('sign-out-everywhere', 'everywhere')} />
            </div>
          </article>
        )
      }
    </Read>
  );
}
