import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionQuery } from '../../data/session.ts';
import { Notice } from '../../parts/notice.tsx';
import { Read } from '../../parts/read.tsx';
import { FirstGame } from './first-game.tsx';
import { FirstRun } from './first-run.tsx';
import { MakeAccount } from './make-account.tsx';

const route = getRouteApi('/welcome');

/** The one-time address that the server prints: from no account at all to a first game. */
export function Welcome() {
  const { code } = route.useSearch();
  const session = useQuery(sessionQuery);
  const [isMade, setMade] = useState(false);
  return (
    <Read query={session} tall={36}>
      {({ user, hasAccounts }) => {
        if (user !== null) return <FirstGame username={user.username} isNew={isMade} />;
        if (hasAccounts) return <Over />;
        if (code === undefined) return <NoCode />;
        return <MakeAccount code={code} onMade={() => setMade(true)} />;
      }}
    </Read>
  );
}

function Over() {
  return (
    <Notice title="The first account is made">
      <p>
        This address worked once. <Link to="/sign-in">Sign in</Link> with the account; whoever runs this
        server makes more of them with <code>laurel user add</code>.
      </p>
    </Notice>
  );
}

function NoCode() {
  return (
    <Notice title="Welcome to Laurel">
      <FirstRun />
    </Notice>
  );
}
