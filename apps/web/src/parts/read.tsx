import { ApiError, RateLimitedError, TransientError } from '@laurel/client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import button from './button.module.css';
import { Skeleton } from './skeleton.tsx';

interface ReadProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** How tall what is shown will be, in rem: nothing moves when it is there. */
  readonly tall: number;
  readonly children: (data: Data) => ReactNode;
}

/** What was read, or that it is on its way, or what went wrong and how to try again. */
export function Read<Data>({ query, tall, children }: ReadProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return <Skeleton tall={tall} />;
  return (
    <div role="alert">
      <p>{reasonOf(query.error)}</p>
      <p>
        <button type="button" className={button.plain} onClick={() => query.refetch()}>
          Try again
        </button>
      </p>
    </div>
  );
}

function reasonOf(error: Error): string {
  if (error instanceof RateLimitedError)
    return 'This address has asked for a lot. Wait a minute, then try again.';
  if (error instanceof TransientError) return 'The server does not answer at the moment.';
  if (error instanceof ApiError) return `This could not be read. ${error.message}`;
  return error.message;
}
