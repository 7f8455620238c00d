import { ask } from '../../data/site.ts';
import card from '../../parts/card.module.css';
import { Field } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';

/** Changes the reader's password. */
export function Password({ username }: { readonly username: string }) {
  return (
    <section className={card.section} aria-labelledby="password">
      <h2 id="password">Password</h2>
      <Form
        action="Change the password"
        done="Changed. Your other browsers are signed out."
        send={async ({ current, next }) => {
          await ask('POST', 'password', { current, next });
        }}
      >
        {/* Tells password managers whose password it is. */}
        <input hidden name="username" autoComplete="username" value={username} readOnly />
        <Field
          label="The password now"
          name="current"
          type="password"
          autoComplete="current-password"
          required
        />
        <Field
          label="A new one"
          hint="At least 8 characters."
          name="next"
          type="password"
          autoComplete="new-password"
          required
        />
      </Form>
    </section>
  );
}
