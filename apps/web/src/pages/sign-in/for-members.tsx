import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sessionQuery } from '../../data/session.ts';
import button from '../../parts/button.module.css';
import { Notice } from '../../parts/notice.tsx';
import { FirstRun } from '../welcome/first-run.tsx';

/** What everybody sees, whoever may read here. */
const OPEN = /^\/(?:sign-in|account|welcome|docs(?:\/.*)?)$/;

/** A page; or, where reading is for members, that one has to sign in before. */
export function ForMembers({ children }: { readonly children: ReactNode }) {
  const { data: session } = useQuery(sessionQuery);
  const pathname = useLocation({ select: (location) => location.pathname });
  if (session?.visitorKey !== null || OPEN.test(pathname)) return children;
  return (
    <Notice title="Sign in to look around">
      <p>What is played here is for the members of this server to see.</p>
      {session.hasAccounts ? (
        <p>
          <Link to="/sign-in" className={button.primary}>
            Sign in
          </Link>
        </p>
      ) : (
        <FirstRun />
      )}
    </Notice>
  );
}
