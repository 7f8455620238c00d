import { ERRORS, invalidParameters, webApiError } from '@laurel/contract';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type Failure, failureOf, InvalidQuery } from './failure.ts';

/** Says a failure in the form of one API: its body. */
export type FailureRenderer = (failure: Failure) => object;

/** Answers with a failure of the table; one that nobody foresaw is logged, and told to nobody else. */
export function errorHandler(render: FailureRenderer) {
  return (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const failure = failureOf(error);
    if (failure.error === 'internal') request.log.error(error);
    if (failure.retryAfter !== undefined) reply.header('retry-after', failure.retryAfter);
    return reply
      .code(ERRORS[failure.error].status)
      .type('application/json; charset=utf-8')
      .send(render(failure));
  };
}

/** The form of the Web API; it is used wherever no other API was asked. */
export const renderWebApiFailure: FailureRenderer = (failure) => {
  if (failure instanceof InvalidQuery) return invalidParameters(failure.errors);
  const { error, title } = failure;
  return error === 'invalid_parameters' || error === 'missing_parameter'
    ? { message: title ?? ERRORS[error].title, errors: {} }
    : webApiError(error, title);
};
