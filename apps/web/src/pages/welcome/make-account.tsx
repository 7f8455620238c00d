import type { SiteSession } from '@laurel/contract/site';
import { ask, changeReader } from '../../data/site.ts';
import card from '../../parts/card.module.css';
import { Field } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import styles from './welcome.module.css';

interface MakeAccountProps {
  /** The one of the address. */
  readonly code: string;
  readonly onMade: () => void;
}

/** Makes the first account of this server, and signs in with it. */
export function MakeAccount({ code, onMade }: MakeAccountProps) {
  return (
    <article className={styles.narrow}>
      <title>Welcome · Laurel</title>
      <header className={card.section}>
        <p className={styles.step}>Step 1 of 2</p>
        <h1>Welcome to Laurel</h1>
        <p className={card.quiet}>
          Make the first account of this server. Your emulator signs in with it, and so do you; it may
          administer the server.
        </p>
      </header>
      <Form
        action="Make my account"
        send={async ({ username, password }) => {
          const session = await ask<SiteSession>('POST', 'first-account', { code, username, password });
          onMade();
          changeReader(session);
        }}
      >
        <Field
          label="Username"
          name="username"
          hint="2 to 20 letters and digits. Everybody who looks here sees it."
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <Field
          label="Password"
          name="password"
          type="password"
          hint="At least 8 characters. RetroArch keeps it in a file: take one that you use nowhere else."
          autoComplete="new-password"
          required
        />
      </Form>
    </article>
  );
}
