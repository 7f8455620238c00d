import { ApiError, RateLimitedError, TransientError } from '@laurel/client';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
import button from './button.module.css';
import { Skeleton } from './skeleton.tsx';

type ReadProps<Data> = {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
} & (
  | {
      /** How tall what is shown will be, in rem: nothing moves when it is there. */
      readonly tall: number;
    }
  | {
      /** What holds its place. */
      readonly skeleton: ReactNode;
    }
);

/** What was read, or that it is on its way, or what went wrong and how to try again. */
export function Read<Data>({ query, children, ...place }: ReadProps<Data>) {
  // Drawn bit by bit: a long list does not keep the page from answering.
  const data = useDeferredValue(query.data);
  if (query.data !== undefined && data !== undefined) return children(data);
  if (query.error === null) return 'tall' in place ? <Skeleton tall={place.tall} /> : place.skeleton;
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

/** What went wrong, for people. */
export function reasonOf(error: Error): string {
  if (error instanceof RateLimitedError)
    return 'This address has asked for a lot. Wait a minute, then try again.';
  if (error instanceof TransientError) return 'The server does not answer at the moment.';
  if (error instanceof ApiError) return `This could not be read. ${error.message}`;
  return error.message;
}
