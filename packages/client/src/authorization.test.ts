import { expect, it } from 'vitest';
import { buildAuthorization } from './authorization.ts';

it('gives back what it is given', () => {
  const given = { username: 'myUserName', webApiKey: 'myWebApiKey' };
  expect(buildAuthorization(given)).toBe(given);
});

it.each([
  { webApiKey: 'mockWebApiKey' },
  { username: 'mockUserName' },
  { username: '', webApiKey: 'mockWebApiKey' },
])('refuses %j', (given) => {
  // As a program without types would.
  expect(() => Reflect.apply(buildAuthorization, undefined, [given])).toThrow(TypeError);
});

it('does not say the key when it refuses', () => {
  expect(() => buildAuthorization({ username: '', webApiKey: 'secret-key' })).not.toThrow(/secret-key/);
});
