import { getGameHashes } from '@laurel/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { authorization } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import { count } from '../../parts/count.ts';
import list from '../../parts/list.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { Read } from '../../parts/read.tsx';
import styles from './game-files.module.css';

export function gameFiles(gameId: number) {
  return queryOptions({
    queryKey: ['game files', gameId],
    queryFn: async ({ signal }) => getGameHashes(await authorization(), { gameId }, { signal }),
  });
}

/** Which files of a game an emulator finds the set for. */
export function GameFiles({ gameId }: { readonly gameId: number }) {
  const files = useQuery(gameFiles(gameId));
  return (
    <section className={card.section} aria-labelledby="files">
      <h2 id="files">Which game files work</h2>
      <Read query={files} tall={8}>
        {({ results }) =>
          results.length === 0 ? (
            <Nothing>No file of this game is known yet: an emulator will not find its achievements.</Nothing>
          ) : (
            <>
              <p className={card.quiet}>
                An emulator knows this game by the MD5 of its file, as it works it out for the system.{' '}
                {count(results.length, 'file')} will do.
              </p>
              <ul className={list.list}>
                {results.map(({ md5, name, labels }) => (
                  <li key={md5} className={styles.file}>
                    <span className={styles.name}>
                      {name === '' ? 'A file without a name' : name}
                      {labels.map((label) => (
                        <span key={label} className={styles.label}>
                          {label}
                        </span>
                      ))}
                    </span>
                    <code className={styles.hash}>{md5}</code>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Read>
    </section>
  );
}
