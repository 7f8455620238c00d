import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { queries } from '../../app/queries.ts';
import { readAhead } from '../../app/read-ahead.ts';
import { sessionQuery } from '../../data/session.ts';
import styles from './docs.module.css';
import { EndpointNav } from './endpoint-nav.tsx';
import { referenceQuery } from './read-reference.ts';
import { ReaderKeyProvider } from './reader-key.tsx';

export { EndpointPage } from './endpoint-page.tsx';
export { DocsStart } from './start.tsx';

/** Asks for what the pages show. */
export function ahead(): Promise<void> {
  return readAhead(queries.prefetchQuery(sessionQuery), queries.prefetchQuery(referenceQuery));
}

/** The reference of the Web API: what there is to ask for, and beside it one of its pages. */
export function Docs() {
  const reference = useQuery(referenceQuery);
  return (
    <ReaderKeyProvider>
      <div className={styles.docs}>
        <EndpointNav reference={reference} />
        <div id="reference" className={styles.page} tabIndex={-1}>
          <Outlet />
        </div>
      </div>
    </ReaderKeyProvider>
  );
}
