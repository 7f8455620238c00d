import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { endpoints } from './endpoints.ts';

/** A request with everything about it that can be wrong; much of it is. */
export type MalformedRequest = Pick<InjectOptions, 'method' | 'headers' | 'payload'> & {
  readonly url: string;
};

/** What is right, so that some requests get past the first check. */
export interface Credentials {
  readonly key: string;
  readonly username: string;
  readonly token: string;
}

const PICTURES = ['/Images/', '/Badge/', '/UserPic/'];
const CONNECT_REQUESTS = [
  'login',
  'login2',
  'gameid',
  'patch',
  'achievementsets',
  'unlocks',
  'startsession',
  'ping',
  'postactivity',
  'awardachievement',
];
const NAMES = [
  'a',
  'c',
  'd',
  'f',
  'g',
  'h',
  'i',
  'k',
  'l',
  'm',
  'o',
  'p',
  'r',
  's',
  't',
  'u',
  'v',
  'x',
  'y',
  'z',
];
const PROTOTYPE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__proto__[a]',
];

/** Values that have broken servers before. */
const NASTY_VALUES = [
  '',
  '0',
  '-1',
  '1.5',
  '1e308',
  '-0',
  'NaN',
  'Infinity',
  '2147483647',
  '2147483648',
  '4294967296',
  '9007199254740993',
  '9223372036854775807',
  '9223372036854775808',
  '9'.repeat(400),
  '\0',
  'a\0b',
  '\u202e',
  '\ufeff',
  '\ufffe',
  '\ud83d\ude00'.repeat(300),
  "' or 1=1 --",
  '"; drop table player; --',
  '\\',
  '%',
  '$1',
  '{}',
  '[]',
  'null',
  'true',
  '../../../etc/passwd',
  '\r\nSet-Cookie: a=b',
  'x'.repeat(5_000),
  Array.from({ length: 1_500 }, (_, index) => index).join(','),
];

/** Pieces of a URL or a form that cannot be decoded, or decode to what no text should hold. */
const BROKEN_PIECES = [
  '%',
  '%z',
  '%zz',
  '%ff',
  '%c0%80',
  '%ed%a0%80',
  '%e2%28%a1',
  '%00',
  '%u0041',
  '+%2B+',
  '&&&',
  '===',
  '&=&',
  ';',
  '%0d%0a',
  '[]=1&[a]=2',
  'a[b][c]=1',
];

const METHODS = [
  'GET',
  'POST',
  'HEAD',
  'OPTIONS',
  'PUT',
  'PATCH',
  'DELETE',
  'TRACE',
  'QUERY',
  'PROPFIND',
] as const;

const CONTENT_TYPES = [
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=nonsense',
  'APPLICATION/X-WWW-FORM-URLENCODED',
  'application/json',
  'multipart/form-data',
  'multipart/form-data; boundary=b',
  'text/plain;charset=utf-16',
  'nonsense',
  ';',
  '/',
  '',
];

const weighted = <T>(...choices: readonly (readonly [number, fc.Arbitrary<T>])[]) =>
  fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/**
 * Requests to the Web API, the Connect API and the pictures, most of them malformed.
 *
 * @param credentials what is right; some requests carry it
 */
export function malformedRequests(credentials: Credentials): fc.Arbitrary<MalformedRequest> {
  const { key, username, token } = credentials;
  const anyText = fc.string({ unit: 'binary', maxLength: 40 });
  const value = weighted(
    [4, fc.constantFrom('1', '2', '510', username, '1,2,3', '3', '5', '0'.repeat(32))],
    [4, fc.constantFrom(...NASTY_VALUES)],
    [1, anyText],
    [1, fc.integer().map(String)],
  );
  const name = weighted<string>(
    [12, fc.constantFrom(...NAMES)],
    [1, fc.constantFrom(...PROTOTYPE_NAMES)],
    [1, fc.constantFrom('u[]', 'i[0]', ' u', 'U', '')],
    [1, anyText],
  );
  const pair = fc.tuple(name, value).map(([left, right]) => `${encode(left)}=${encode(right)}`);
  const piece = weighted<string>([9, pair], [1, fc.constantFrom(...BROKEN_PIECES)]);
  const pieces = fc.array(piece, { maxLength: 8 }).map((all) => all.join('&'));

  const signed = fc.constantFrom('', `&y=${key}`, `&u=${username}&t=${token}`, `&u=${username}&t=${token}`);
  const request = fc.constantFrom('', ...CONNECT_REQUESTS.map((r) => `&r=${r}`));
  const query = fc.tuple(pieces, request, signed).map((parts) => parts.join(''));

  const path = weighted<string>(
    [8, fc.constantFrom(...endpoints.map((endpoint) => endpoint.path))],
    [8, fc.constantFrom('/dorequest.php', '//dorequest.php')],
    [2, fc.tuple(fc.constantFrom(...PICTURES), value).map(([folder, file]) => folder + encode(file))],
    [1, fc.constantFrom('/', '/health', '/ready', '/openapi.json', '/API/', '/API/API_.php', '/welcome/x')],
    [1, fc.constantFrom(...BROKEN_PIECES).map((broken) => `/${broken}`)],
    [1, anyText.map((text) => `/x${encode(text)}`)],
  );

  // A header cannot hold more than these characters on the way here.
  const headerText = fc.string({
    unit: fc
      .integer({ min: 0x20, max: 0xff })
      .map((code) => String.fromCharCode(code === 0x7f ? 0x20 : code)),
    maxLength: 60,
  });
  const header = weighted<[string, string]>(
    [2, fc.tuple(fc.constantFrom('x-api-key', 'authorization', 'if-none-match', 'user-agent'), headerText)],
    [1, fc.constantFrom<[string, string]>(['x-api-key', key], ['authorization', `Bearer ${token}`])],
    [
      1,
      fc.tuple(
        fc.constantFrom('origin', 'referer', 'x-forwarded-for', 'accept', 'accept-encoding'),
        headerText,
      ),
    ],
    [
      1,
      fc.tuple(
        fc.constantFrom('access-control-request-method', 'access-control-request-headers'),
        headerText,
      ),
    ],
    [
      1,
      fc.constantFrom<[string, string]>(
        ['range', 'bytes=9-1'],
        ['accept-version', '1.x'],
        ['host', ''],
        ['host', '[::'],
      ),
    ],
    [
      1,
      fc.tuple(
        fc.constantFrom('x-http-method-override', '__proto__', 'if-modified-since', 'cookie'),
        headerText,
      ),
    ],
  );
  const contentType = fc.constantFrom(...CONTENT_TYPES);
  const payload = weighted<string | Buffer>(
    [4, query],
    [
      1,
      fc.constantFrom(
        '{',
        '[1,',
        '{"__proto__":{"a":1}}',
        '--b\r\nContent-Disposition: form-data\r\n',
        '--b--',
        '\0',
      ),
    ],
    [1, fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes))],
    [1, fc.constant('u='.repeat(50_000))],
  );

  return fc
    .record({
      method: weighted(
        [6, fc.constantFrom('GET' as const, 'POST' as const)],
        [1, fc.constantFrom(...METHODS)],
      ),
      path,
      query,
      headers: fc.array(header, { maxLength: 4 }),
      contentType: fc.option(contentType),
      payload: fc.option(payload),
    })
    .map(({ method, path, query, headers, contentType, payload }) => ({
      // Fastify knows this method only once it is told of it; whoever sends it need not care.
      method: method as 'GET',
      url: `${path}?${query}`,
      headers: {
        ...Object.fromEntries(headers),
        ...(contentType === null || payload === null ? {} : { 'content-type': contentType }),
      },
      ...(payload === null || method === 'GET' || method === 'HEAD' ? {} : { payload }),
    }));
}

/** Percent-encodes text; a lone surrogate as the three bytes that some encoders make of it. */
function encode(text: string): string {
  return text.replace(/\p{Cs}|[^\p{Cs}]+/gu, (part) =>
    part.isWellFormed() ? encodeURIComponent(part) : '%ED%A0%80',
  );
}
