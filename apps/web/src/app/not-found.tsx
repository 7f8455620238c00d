import { Link } from '@tanstack/react-router';
import { Notice } from '../parts/notice.tsx';

/** A page that there is not. */
export function NotFound() {
  return (
    <Notice title="There is nothing here">
      <p>
        The address may be mistyped, or what was here is gone. <Link to="/">Go to the start</Link>.
      </p>
    </Notice>
  );
}
