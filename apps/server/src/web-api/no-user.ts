import { Failure } from '../http/failure.ts';

/** What was found of a user. @throws Failure where there is no such user */
export function orNoUser<Found>(found: Found | undefined): Found {
  if (found === undefined)
    throw new Failure('not_found', { title: 'There is no user with this name or ULID.' });
  return found;
}
