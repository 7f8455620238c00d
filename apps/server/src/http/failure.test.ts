import { ERRORS } from '@laurel/contract';
import { StoreUnavailable } from '@laurel/store';
import { describe, expect, test } from 'vitest';
import { renderWebApiFailure } from './error-handler.ts';
import { Failure, failureOf } from './failure.ts';

const withStatus = (statusCode: unknown) => Object.assign(new Error('x'), { statusCode });

describe('the failure that an error amounts to', () => {
  test.each([
    [new Failure('not_found'), 'not_found'],
    [new StoreUnavailable('x'), 'unavailable'],
    [withStatus(413), 'payload_too_large'],
    [withStatus(400), 'malformed_request'],
    [withStatus(415), 'malformed_request'],
    [withStatus(500), 'internal'],
    [withStatus('400'), 'internal'],
    [new Error('x'), 'internal'],
    [undefined, 'internal'],
    ['x', 'internal'],
  ])('%s: %s', (error, name) => {
    expect(failureOf(error).error).toBe(name);
  });

  test('a store that does not answer: try again', () => {
    expect(failureOf(new StoreUnavailable('x')).retryAfter).toBeGreaterThan(0);
  });
});

test('every failure of the table has a body in the Web API', () => {
  for (const name of Object.keys(ERRORS) as (keyof typeof ERRORS)[]) {
    const body = renderWebApiFailure(new Failure(name, { title: 'What is wrong.' }));
    expect(body).toEqual({ message: expect.stringContaining('What is wrong.'), errors: expect.anything() });
  }
});
