import card from '../../parts/card.module.css';
import styles from './welcome.module.css';

/** Says what to do at a server where nobody has an account yet. */
export function FirstRun() {
  return (
    <aside className={styles.firstRun} aria-labelledby="first-run">
      <h2 id="first-run">This server is new: nobody has an account yet</h2>
      <p>
        When it started, it printed a one-time address that ends in <code>/welcome?code=…</code>, in its
        terminal or its log. Open that address to make the first account.
      </p>
      <p className={card.small}>
        The address is another one after each start. At the terminal, <code>laurel user add YourName</code>{' '}
        makes an account, too.
      </p>
    </aside>
  );
}
