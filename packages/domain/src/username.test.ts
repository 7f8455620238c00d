import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { USERNAME_PATTERN, usernameKey } from './username.ts';

describe('USERNAME_PATTERN', () => {
  it.each(['MaxMilyin', 'vipotaenko02', 'ab', '42', 'a'.repeat(20)])('takes %s', (username) => {
    expect(username).toMatch(USERNAME_PATTERN);
  });

  it.each(['', 'a', 'a'.repeat(21), 'with space', 'under_score', 'é2', 'line\n', 'ſam'])(
    'refuses %j',
    (username) => {
      expect(username).not.toMatch(USERNAME_PATTERN);
    },
  );
});

describe('usernameKey', () => {
  it('is the same for every spelling of a username, and no other username has it', () => {
    fc.assert(
      fc.property(fc.stringMatching(USERNAME_PATTERN), fc.stringMatching(USERNAME_PATTERN), (a, b) => {
        expect(usernameKey(a.toUpperCase())).toBe(usernameKey(a));
        expect(usernameKey(a) === usernameKey(b)).toBe(a.toUpperCase() === b.toUpperCase());
      }),
    );
  });
});
