import { describe, expect, test } from 'vitest';
import { refuseForeignPages } from './own-page.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const OWN = { origin: 'http://laurel.example:8080' };

const refuse = (headers: Record<string, string>, host = 'laurel.example:8080') =>
  refuseForeignPages({ headers, host });

describe('a request that changes something', () => {
  test.each([
    ['its origin is this host', { ...JSON_TYPE, ...OWN }],
    ['by https, behind a proxy', { ...JSON_TYPE, origin: 'https://laurel.example:8080' }],
    ['in capitals', { ...JSON_TYPE, origin: 'http://Laurel.Example:8080' }],
    ['the browser says that it is of the same origin', { ...JSON_TYPE, 'sec-fetch-site': 'same-origin' }],
    [
      'the browser says so, whatever the proxy made of the host',
      { ...JSON_TYPE, 'sec-fetch-site': 'same-origin', origin: 'https://laurel.example:8443' },
    ],
    ['the type has a charset', { ...OWN, 'content-type': 'Application/JSON; charset=utf-8' }],
  ])('is let through when %s', (_, headers) => {
    expect(() => refuse(headers)).not.toThrow();
  });

  test.each([
    ['nothing', JSON_TYPE],
    ['no origin', { ...JSON_TYPE, origin: 'null' }],
    ['an empty origin', { ...JSON_TYPE, origin: '' }],
    ['another host', { ...JSON_TYPE, origin: 'http://evil.example' }],
    ['another port', { ...JSON_TYPE, origin: 'http://laurel.example' }],
    ['a longer host', { ...JSON_TYPE, origin: 'http://laurel.example:8080.evil.example' }],
    ['this host as a user', { ...JSON_TYPE, origin: 'http://laurel.example:8080@evil.example' }],
    ['this host as a path', { ...JSON_TYPE, origin: 'http://evil.example/laurel.example:8080' }],
    ['another scheme', { ...JSON_TYPE, origin: 'file://laurel.example:8080' }],
    ['same-site', { ...JSON_TYPE, ...OWN, 'sec-fetch-site': 'same-site' }],
    ['cross-site', { ...JSON_TYPE, ...OWN, 'sec-fetch-site': 'cross-site' }],
    ['none', { ...JSON_TYPE, ...OWN, 'sec-fetch-site': 'none' }],
    ['both', { ...JSON_TYPE, ...OWN, 'sec-fetch-site': 'same-origin, cross-site' }],
  ])('is refused when it says that it comes from: %s', (_, headers) => {
    expect(() => refuse(headers)).toThrow("Only this server's own pages");
  });

  test('is refused where it is not said which host this is', () => {
    expect(() => refuse({ ...JSON_TYPE, origin: 'http://' }, '')).toThrow("Only this server's own pages");
  });

  test.each([
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    'text/plain; application/json',
  ])('is refused when its type is "%s"', (type) => {
    expect(() => refuse({ ...OWN, 'content-type': type })).toThrow('Send JSON');
  });
});
