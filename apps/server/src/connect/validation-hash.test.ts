import { describe, expect, it } from 'vitest';
import { isValidationHash } from './validation-hash.ts';

const unlock = { achievementId: 9, username: 'Alice', hardcore: true, offset: 30 };
const HASH = '73173984501cae750ae53e3d585c8f5b';

describe('the validation hash', () => {
  it.each([
    ['as rcheevos makes it', HASH, unlock, true],
    ['in upper case', HASH.toUpperCase(), unlock, true],
    ['missing', '', unlock, false],
    ['without the offset', '2832ee63fd8d42340cfadd4a10f2d07d', unlock, false],
    [
      'of an offset of 0',
      '090b2c9bb629ec7995e9b0fd75e26cb0',
      { ...unlock, hardcore: false, offset: 0 },
      false,
    ],
    ['of another offset', HASH, { ...unlock, offset: 31 }, false],
    ['of the other mode', HASH, { ...unlock, hardcore: false }, false],
    ['of the name in another spelling', HASH, { ...unlock, username: 'alice' }, false],
    ['of another achievement', HASH, { ...unlock, achievementId: 10 }, false],
  ])('%s', (_, sent, late, expected) => {
    expect(isValidationHash(sent, late)).toBe(expected);
  });
});
