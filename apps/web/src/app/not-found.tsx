import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery } from '../data/session.ts';
import { Notice } from '../parts/notice.tsx';

/** A page that there is not. */
export function NotFound() {
  const { data: session } = useQuery(sessionQuery);
  const start = session?.hasWebsite === false ? '/docs' : '/';
  return (
    <Notice title="There is nothing here">
      <p>
        The address may be mistyped, or what was here is gone. <Link to={start}>Go to the start</Link>.
      </p>
    </Notice>
  );
}
