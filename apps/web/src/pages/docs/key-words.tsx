import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { sessionQuery } from '../../data/session.ts';
import card from '../../parts/card.module.css';

/** Whose key is filled in, or where to get one. */
export function KeyWords() {
  const { data: session } = useQuery(sessionQuery);
  const { endpoint } = useParams({ strict: false });
  if (session === undefined) return <p className={card.small}>&nbsp;</p>;
  if (!session.hasWebsite) {
    return (
      <p className={card.small}>
        Whoever runs this server makes a key at its terminal: <code>laurel key create NAME</code>
      </p>
    );
  }
  if (session.user === null) {
    return (
      <p className={card.small}>
        <Link to="/sign-in" search={{ to: endpoint === undefined ? 'docs' : `docs/${endpoint}` }}>
          Sign in
        </Link>{' '}
        to have a key filled in. In your account you make keys for programs.
      </p>
    );
  }
  return (
    <p className={card.small}>
      A key is filled in for {session.user.username}, good for a day. For a program,{' '}
      <Link to="/account">make one in your account</Link>.
    </p>
  );
}
