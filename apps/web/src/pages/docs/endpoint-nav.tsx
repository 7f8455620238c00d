import type { UseQueryResult } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import card from '../../parts/card.module.css';
import field from '../../parts/field.module.css';
import { useMedia } from '../../parts/media.ts';
import { Read } from '../../parts/read.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import styles from './endpoint-nav.module.css';
import { narrowed } from './narrowed.ts';
import { type EndpointGroup, endpointsOf, type Reference } from './reference.ts';

/** As in docs.module.css. */
const BESIDE = '(min-width: 60rem)';

/** All endpoints, narrowed as one types: beside the page, or folded above it where there is no room. */
export function EndpointNav({ reference }: { readonly reference: UseQueryResult<Reference> }) {
  const isBeside = useMedia(BESIDE);
  const { endpoint } = useParams({ strict: false });
  const [wanted, setWanted] = useState('');
  const list = (
    <>
      <label className={field.field}>
        Find an endpoint
        <input
          className={field.input}
          type="search"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      </label>
      <Read query={reference} skeleton={isBeside ? <Skeleton tall={52} /> : null}>
        {({ groups }) => <Groups groups={narrowed(groups, wanted)} current={endpoint} />}
      </Read>
    </>
  );
  if (isBeside) {
    return (
      <nav className={styles.beside} aria-label="Endpoints">
        <a className={styles.skip} href="#reference">
          Skip the endpoints
        </a>
        <Link to="/docs" className={styles.entry} activeOptions={{ exact: true }}>
          Start here
        </Link>
        {list}
      </nav>
    );
  }
  const count = reference.data && endpointsOf(reference.data).length;
  return (
    <nav aria-label="Endpoints">
      {/* Another one for each page: who has chosen an endpoint has no more use for the list. */}
      <details key={endpoint} className={styles.folded}>
        <summary>{count === undefined ? 'All endpoints' : `All ${count} endpoints`}</summary>
        <div className={styles.inside}>{list}</div>
      </details>
    </nav>
  );
}

interface GroupsProps {
  readonly groups: readonly EndpointGroup[];
  /** The name of the one that is shown. */
  readonly current: string | undefined;
}

function Groups({ groups, current }: GroupsProps) {
  const lists = useRef<HTMLDivElement>(null);
  // Who comes by a link to an endpoint sees where it stands.
  useEffect(() => {
    if (current !== undefined) scrollTo(lists.current?.querySelector('[aria-current]'));
  }, [current]);
  return (
    <div ref={lists} className={styles.groups}>
      {groups.map(({ tag, endpoints }) => (
        <div key={tag}>
          <p id={`tag-${tag}`} className={styles.tag}>
            {tag === 'Laurel' ? 'Laurel’s own' : tag}
          </p>
          <ul aria-labelledby={`tag-${tag}`}>
            {endpoints.map(({ name }) => (
              <li key={name}>
                <Link className={styles.entry} to="/docs/$endpoint" params={{ endpoint: name }}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p role="status" className={card.small}>
        {groups.length === 0 ? 'No endpoint is like that.' : null}
      </p>
    </div>
  );
}

/** Scrolls what an element is in, and never the page. */
function scrollTo(element: Element | null | undefined): void {
  const box = element?.closest('nav');
  if (!element || !box || box.scrollHeight <= box.clientHeight) return;
  const { top, bottom } = element.getBoundingClientRect();
  const outer = box.getBoundingClientRect();
  if (top < outer.top || bottom > outer.bottom) box.scrollTop += top - outer.top - box.clientHeight / 2;
}
