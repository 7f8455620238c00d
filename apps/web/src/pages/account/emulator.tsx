import type { ConnectToken } from '@laurel/contract/site';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../../data/site.ts';
import button from '../../parts/button.module.css';
import card from '../../parts/card.module.css';
import { Copyable } from '../../parts/copyable.tsx';
import form from '../../parts/form.module.css';
import styles from './emulator.module.css';
import { isOfThisMachine, retroArchSettings } from './retroarch-settings.ts';

/** What an emulator needs to be told to play on this very server. */
export function Emulator({ username }: { readonly username: string }) {
  const [token, setToken] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const address = window.location.origin;
  const make = () => {
    setProblem(undefined);
    return ask<ConnectToken>('POST', 'connect-token').then(
      (made) => setToken(made.token),
      (error) => setProblem(String(error.message)),
    );
  };
  return (
    <section className={card.section} aria-labelledby="first-game">
      <h2 id="first-game">Your first game</h2>
      <ol className={styles.steps}>
        <li>
          <p>
            Quit RetroArch, and put these lines into its <code>retroarch.cfg</code>
            {token === undefined ? ', with your own password in the last line' : null}:
          </p>
          <Copyable text={retroArchSettings({ address, username, token })} what="the settings" />
          <p className={card.small}>
            {token === undefined
              ? 'Rather not write your password into a file? '
              : 'The token is in the last line, and is shown this once. '}
            <button type="button" className={button.link} onClick={make}>
              {token === undefined ? 'Make a token to use in its place' : 'Make another one'}
            </button>
          </p>
          <p role="status" className="visually-hidden">
            {token === undefined ? null : 'The settings have a new token.'}
          </p>
          <p className={form.problem} role="alert">
            {problem}
          </p>
          {isOfThisMachine(window.location.hostname) ? (
            <p className={card.small}>
              This address is for emulators on this machine. For another one, open this page at the address
              that the server has in your network.
            </p>
          ) : null}
        </li>
        <li>
          Start a game that <Link to="/games">this server knows</Link>. RetroArch says who is signed in, and
          what there is to unlock.
        </li>
      </ol>
    </section>
  );
}
