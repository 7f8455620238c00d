import { describe, expect, test } from 'vitest';
import { checkPassword, hashPassword } from './passwords.ts';
import { newSecret, secretHash } from './secrets.ts';

describe('a key or token', () => {
  test('is 22 letters and digits, another 22 each time', () => {
    const secrets = Array.from({ length: 2000 }, newSecret);
    for (const secret of secrets) expect(secret).toMatch(/^[0-9A-Za-z]{22}$/);
    expect(new Set(secrets).size).toBe(2000);
    // Every one of the 62 comes at every place: log2(62) * 22 is 130 bits.
    for (let place = 0; place < 22; place += 1) {
      expect(new Set(secrets.map((secret) => secret[place])).size).toBe(62);
    }
  });

  test('is kept as its SHA-256', () => {
    expect(secretHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('a password', () => {
  test('is kept as an argon2id hash, another one each time', async () => {
    const [first, second] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toContain('horse');
    expect(second).not.toBe(first);
  });

  test.each([
    ['correct horse', true],
    ['Correct horse', false],
    ['correct horse ', false],
    ['', false],
    ['\0', false],
  ])('%j is the one that was hashed: %s', async (password, isRight) => {
    expect(await checkPassword(password, await hashPassword('correct horse'))).toBe(isRight);
  });

  test('nobody has the one of a user who does not exist', async () => {
    expect(await checkPassword('correct horse', undefined)).toBe(false);
  });
});
