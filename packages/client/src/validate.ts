import { UnexpectedResponseError } from './errors.ts';
import { errorOf } from './network/failure.ts';
import { differences } from './validate/differences.ts';
import { SCHEMAS } from './validate/schemas.ts';
import { validation } from './validation.ts';

/** How many differences an error lists; a list that is wrong everywhere has thousands. */
const LISTED = 20;

/** Importing this makes `validate: true` check every answer against its documentation. */
validation.check = (request, body) => {
  const schema = SCHEMAS[request.endpoint];
  const found = schema ? [...differences(schema, body)] : [];
  if (found.length === 0) return;
  const more = found.length > LISTED ? [`and ${found.length - LISTED} more`] : [];
  const listed = [...found.slice(0, LISTED), ...more].join('; ');
  throw errorOf(UnexpectedResponseError, request, `The answer is not as documented: ${listed}`, {
    status: 200,
  });
};

export type { Schema } from './validate/schema.ts';
export { SCHEMAS } from './validate/schemas.ts';
