import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { sessionQuery } from '../../data/session.ts';
import { ask, forgetReader } from '../../data/site.ts';
import card from '../../parts/card.module.css';
import { Field } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';

/** Who has an account signs in here. */
export function SignIn() {
  const queries = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  if (session?.user) return <Navigate to="/account" replace />;
  return (
    <article className={card.stack}>
      <title>Sign in · Laurel</title>
      <header className={card.section}>
        <h1>Sign in</h1>
        <p className={card.quiet}>
          With the name and password that your emulator uses here.{' '}
          {session?.hasAccounts === false
            ? 'Nobody has an account yet: the address at which the first one is made is what the server printed when it started.'
            : 'Accounts are made by whoever runs this server.'}
        </p>
      </header>
      <Form
        action="Sign in"
        send={async ({ username, password }) => {
          await ask('POST', 'sign-in', { username, password });
          await forgetReader(queries);
        }}
      >
        <Field label="Username" name="username" autoComplete="username" required />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
      </Form>
    </article>
  );
}
