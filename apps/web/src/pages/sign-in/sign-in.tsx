import type { SiteSession } from '@laurel/contract/site';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useLocation } from '@tanstack/react-router';
import { sessionQuery } from '../../data/session.ts';
import { ask, changeReader } from '../../data/site.ts';
import card from '../../parts/card.module.css';
import { Field } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import { FirstRun } from '../welcome/first-run.tsx';
import styles from './sign-in.module.css';

const route = getRouteApi('/sign-in');

const SIGNED_OUT = {
  here: 'You are signed out.',
  everywhere: 'You are signed out, here and everywhere else.',
} as const;

/** Who has an account signs in here. */
export function SignIn() {
  const { data: session } = useQuery(sessionQuery);
  const { to } = route.useSearch();
  const signedOut = useLocation({ select: ({ state }) => state.signedOut });
  if (session?.user) {
    const [, endpoint] = to?.split('/') ?? [];
    if (endpoint !== undefined) return <Navigate to="/docs/$endpoint" params={{ endpoint }} replace />;
    return <Navigate to={to === undefined ? '/account' : '/docs'} replace />;
  }
  return (
    <article className={styles.page}>
      <title>Sign in · Laurel</title>
      <header className={card.section}>
        <h1>Sign in</h1>
        <p className={styles.signedOut} role="status">
          {signedOut && SIGNED_OUT[signedOut]}
        </p>
        <p className={card.quiet}>With the name and password that your emulator uses here.</p>
      </header>
      <Form
        action="Sign in"
        send={async ({ username, password }) => {
          changeReader(await ask<SiteSession>('POST', 'sign-in', { username, password }));
        }}
      >
        <Field
          label="Username"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
      </Form>
      {session?.hasAccounts === false ? (
        <FirstRun />
      ) : (
        <p className={card.small}>No account? Whoever runs this server makes it for you.</p>
      )}
    </article>
  );
}
