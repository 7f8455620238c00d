import type { OwnKey } from '@laurel/contract/site';
import button from '../../parts/button.module.css';
import list from '../../parts/list.module.css';
import { Time } from '../../parts/time.tsx';
import styles from './key-list.module.css';

interface KeyListProps {
  readonly keys: readonly OwnKey[];
  readonly onRevoke: (key: OwnKey) => void;
}

/** Keys, when they were made and last used. */
export function KeyList({ keys, onRevoke }: KeyListProps) {
  return (
    <ul className={list.list}>
      {keys.map((key) => (
        <li key={key.id} className={`${list.row} ${styles.row}`}>
          <div>
            <b className={styles.name}>{key.name}</b>
            <p className={list.about}>
              Made <Time at={new Date(key.createdAt * 1000)} /> ·{' '}
              {key.lastUsedAt === null ? (
                'never used'
              ) : (
                <>
                  last used <Time at={new Date(key.lastUsedAt * 1000)} />
                </>
              )}
            </p>
          </div>
          <button type="button" className={button.plain} onClick={() => onRevoke(key)}>
            Revoke<span className="visually-hidden"> {key.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
