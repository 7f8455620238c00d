import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import {
  ConnectError,
  connectError,
  ERRORS,
  type ErrorName,
  InvalidParameters,
  invalidParameters,
  type PlainErrorName,
  WebApiError,
  webApiError,
} from './errors.ts';

const names = Object.keys(ERRORS) as ErrorName[];
const isPlain = (name: ErrorName): name is PlainErrorName => ERRORS[name].status !== 422;

describe('an error of the Web API', () => {
  it.each(names.filter(isPlain))('has the documented form: %s', (name) => {
    const body = webApiError(name);
    expect(Check(WebApiError, body)).toBe(true);
    expect(body.errors).toEqual([
      { status: String(ERRORS[name].status), code: ERRORS[name].code, title: ERRORS[name].title },
    ]);
  });

  it('says what is wrong and what to do', () => {
    expect(webApiError('keys_disagree')).toEqual({
      message: 'The request carries several web API keys that differ. Send the key once.',
      errors: [
        {
          status: '401',
          code: 'unauthorized',
          title: 'The request carries several web API keys that differ.',
        },
      ],
    });
  });

  it('can say more exactly what is wrong', () => {
    expect(webApiError('not_found', 'There is no achievement 7.')).toEqual({
      message: 'There is no achievement 7. Check the ID.',
      errors: [{ status: '404', code: 'not_found', title: 'There is no achievement 7.' }],
    });
  });
});

describe('a 422 of the Web API', () => {
  const required = (letter: string) => `The ${letter} field is required.`;

  it('has the form of the live service', () => {
    const body = invalidParameters({ u: [required('u')] });
    expect(body).toEqual({ message: required('u'), errors: { u: [required('u')] } });
    expect(Check(InvalidParameters, body)).toBe(true);
  });

  it('counts the problems after the first', () => {
    expect(invalidParameters({ u: [required('u')], i: [required('i')] }).message).toBe(
      'The u field is required. (and 1 more error)',
    );
    expect(invalidParameters({ u: [required('u')], i: [required('i'), 'Another.'] }).message).toBe(
      'The u field is required. (and 2 more errors)',
    );
  });
});

describe('an error of the Connect API', () => {
  it.each(names)('has the form that emulators read: %s', (name) => {
    const body = connectError(name);
    expect(Check(ConnectError, body)).toBe(true);
    expect(body).toEqual({
      Success: false,
      Status: ERRORS[name].status,
      Code: ERRORS[name].code,
      Error: ERRORS[name].title,
    });
  });

  it('can say more exactly what is wrong', () => {
    expect(connectError('invalid_parameters', 'Unknown request.')).toEqual({
      Success: false,
      Status: 422,
      Code: 'invalid_parameter',
      Error: 'Unknown request.',
    });
  });
});

describe('the table of errors', () => {
  it('has one status for each code, and says everything in sentences', () => {
    const statuses = Map.groupBy(names, (name) => ERRORS[name].code);
    for (const [code, same] of statuses) {
      expect(new Set(same.map((name) => ERRORS[name].status)).size, code).toBe(1);
    }
    for (const name of names) {
      expect(ERRORS[name].title, name).toMatch(/^[A-Z].*\.$/);
      expect(ERRORS[name].whatToDo, name).toMatch(/^[A-Z].*\.$/);
    }
  });
});
