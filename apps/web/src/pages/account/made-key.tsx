import type { NewKey } from '@laurel/contract/site';
import card from '../../parts/card.module.css';
import { Copyable } from '../../parts/copyable.tsx';
import styles from './account.module.css';

/** A key that was just made, this once, and how to try it. */
export function MadeKey({ made }: { readonly made: NewKey | undefined }) {
  const url = `${window.location.origin}/API/API_GetTopTenUsers.php`;
  return (
    <div role="status">
      {made === undefined ? null : (
        <div className={styles.made}>
          <p>
            <b>Your new key for {made.name}.</b> It is shown this once: copy it now.
          </p>
          <Copyable text={made.key} what="the key" testId="key" />
          <p className={card.small}>Try it at a terminal:</p>
          <Copyable text={`curl -H 'X-API-Key: ${made.key}' '${url}'`} what="the command" testId="curl" />
        </div>
      )}
    </div>
  );
}
