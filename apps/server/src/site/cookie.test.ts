import { describe, expect, test } from 'vitest';
import { newSecret } from '../secrets/secrets.ts';
import { readSessionCookie, sessionCookie } from './cookie.ts';

const token = newSecret();

describe('the cookie of a session', () => {
  test.each([
    `laurel_session=${token}`,
    `theme=dark; laurel_session=${token}`,
    `laurel_session=${token}; theme=dark`,
    `a=b;laurel_session=${token};c=d`,
    `a="laurel_session=x"; laurel_session=${token}`,
  ])('is read from %s', (header) => {
    expect(readSessionCookie(header)).toBe(token);
  });

  test.each([
    undefined,
    '',
    'laurel_session',
    'laurel_session=',
    `laurel_session=${token}x`,
    `laurel_session="${token}"`,
    `laurel_session=${token.slice(1)}`,
    `laurel_session=${token.slice(1)}-`,
    `xlaurel_session=${token}`,
    `LAUREL_SESSION=${token}`,
    `a=laurel_session=${token}`,
  ])('is not in %s', (header) => {
    expect(readSessionCookie(header)).toBeUndefined();
  });

  test('is for this site alone, and for no script; over https, for nothing else', () => {
    const plain = `laurel_session=${token}; Max-Age=60; Path=/; HttpOnly; SameSite=Strict`;
    expect(sessionCookie(token, 60, { protocol: 'http' })).toBe(plain);
    expect(sessionCookie(token, 60, { protocol: 'https' })).toBe(`${plain}; Secure`);
  });

  test('is read as it was set', () => {
    const [pair] = sessionCookie(token, 60, { protocol: 'https' }).split(';');
    expect(readSessionCookie(pair)).toBe(token);
  });
});
