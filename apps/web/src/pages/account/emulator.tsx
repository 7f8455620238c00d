import type { ConnectToken } from '@laurel/contract/site';
import { useState } from 'react';
import { ask } from '../../data/site.ts';
import button from '../../parts/button.module.css';
import card from '../../parts/card.module.css';
import form from '../../parts/form.module.css';
import styles from './emulator.module.css';

/** What an emulator needs to be told to play on this very server. */
export function Emulator({ username }: { readonly username: string }) {
  const [token, setToken] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const make = () =>
    ask<ConnectToken>('POST', 'connect-token').then(
      (made) => setToken(made.token),
      (error) => setProblem(String(error.message)),
    );
  return (
    <section className={card.section}>
      <h2>Your first game</h2>
      <ol className={styles.steps}>
        <li>
          In RetroArch, go to Settings → Achievements, switch them on, and enter <b>{username}</b> and your
          password.
        </li>
        <li>
          Quit RetroArch, and put this server into its <code>retroarch.cfg</code>:
          <dl className={styles.settings}>
            <dt>Host</dt>
            <dd>
              <code>{`cheevos_custom_host = "${window.location.origin}"`}</code>
            </dd>
          </dl>
        </li>
        <li>Start a game that this server knows. RetroArch says who is signed in.</li>
      </ol>
      <p className={card.small}>
        An emulator that wants a token instead of a password:{' '}
        <button type="button" className={button.plain} onClick={make}>
          Make a token
        </button>
      </p>
      {token === undefined ? null : (
        <div className={form.secret} role="status">
          <p>Your token. It is shown once:</p>
          <code>{token}</code>
        </div>
      )}
      <p className={form.problem} role="alert">
        {problem}
      </p>
    </section>
  );
}
