import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { sessionQuery } from '../../data/session.ts';
import { ask, forgetReader } from '../../data/site.ts';
import button from '../../parts/button.module.css';
import card from '../../parts/card.module.css';
import { Field } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import { Read } from '../../parts/read.tsx';
import { Emulator } from './emulator.tsx';
import { Keys } from './keys.tsx';

/** The reader's own account. */
export function Account() {
  const queries = useQueryClient();
  const session = useQuery(sessionQuery);
  const end = async (path: 'sign-out' | 'sign-out-everywhere') => {
    await ask('POST', path);
    await forgetReader(queries);
  };
  return (
    <Read query={session} tall={40}>
      {({ user }) =>
        user === null ? (
          <Navigate to="/sign-in" replace />
        ) : (
          <article className={card.stack}>
            <title>Your account · Laurel</title>
            <header className={card.section}>
              <h1>{user.username}</h1>
              <p className={card.quiet}>
                Your account. What others see is{' '}
                <Link to="/user/$username" params={{ username: user.username }}>
                  your page
                </Link>
                .
              </p>
            </header>
            <Emulator username={user.username} />
            <Keys />
            <section className={card.section}>
              <h2>Motto</h2>
              <Form
                action="Save"
                done="Saved."
                send={async ({ motto }) => {
                  await ask('POST', 'motto', { motto });
                  await queries.invalidateQueries();
                }}
              >
                <Field label="A line under your name" name="motto" defaultValue={user.motto} maxLength={50} />
              </Form>
            </section>
            <section className={card.section}>
              <h2>Password</h2>
              <Form
                action="Change the password"
                done="Changed. Other browsers are signed out."
                send={async ({ current, next }) => {
                  await ask('POST', 'password', { current, next });
                }}
              >
                <Field
                  label="The password now"
                  name="current"
                  type="password"
                  autoComplete="current-password"
                  required
                />
                <Field
                  label="A new one, of at least 8 characters"
                  name="next"
                  type="password"
                  autoComplete="new-password"
                  minLength={8}
                  required
                />
              </Form>
            </section>
            <section className={card.section}>
              <h2>Sign out</h2>
              <p>
                <button type="button" className={button.plain} onClick={() => end('sign-out')}>
                  Sign out
                </button>{' '}
                <button type="button" className={button.plain} onClick={() => end('sign-out-everywhere')}>
                  Sign out everywhere
                </button>
              </p>
              <p className={card.small}>
                Everywhere ends all browsers’ sessions and what your emulators remember.
              </p>
            </section>
          </article>
        )
      }
    </Read>
  );
}
