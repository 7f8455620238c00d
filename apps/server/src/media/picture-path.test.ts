import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PICTURE_FOLDERS, readPicturePath, unlockedBadge } from './picture-path.ts';

describe('the path of a picture', () => {
  it.each([
    ['Badge', '00234.png', { type: 'image/png', side: 64, subject: 'Badge/00234', locked: false }],
    ['Badge', '00234_lock.png', { type: 'image/png', side: 64, subject: 'Badge/00234', locked: true }],
    ['Images', '000011.png', { type: 'image/png', side: 96, subject: 'Images/000011', locked: false }],
    ['Images', 'box/a.b.JPG', { type: 'image/jpeg', side: 96, subject: 'Images/box/a.b', locked: false }],
    ['Images', 'a_lock.png', { type: 'image/png', side: 96, subject: 'Images/a_lock', locked: false }],
    ['UserPic', '_User.png', { type: 'image/png', side: 128, subject: 'UserPic/_User', locked: false }],
    ['UserPic', 'Alice.webp', { type: 'image/webp', side: 128, subject: 'UserPic/Alice', locked: false }],
  ] as const)('/%s/%s', (folder, file, expected) => {
    expect(readPicturePath(folder, file)).toEqual({ folder, file, ...expected });
  });

  it.each([
    '',
    '.png',
    'a',
    'a.svg',
    'a.html',
    'laurel.db',
    '../laurel.png',
    'a/../../b.png',
    './a.png',
    '.hidden/a.png',
    'a//b.png',
    '/etc/a.png',
    'C:\\a.png',
    'a\\..\\b.png',
    'a\0.png',
    'a.png\n',
    'a..png',
    'é.png',
    `${'a'.repeat(250)}.png`,
  ])('is not %j', (file) => {
    expect(readPicturePath('Images', file)).toBeUndefined();
  });

  it('never leads out of its folder', () => {
    const part = fc.constantFrom('.', '..', '/', '\\', 'a', 'B', '_lock', '.png', '.', '\0', '%2e');
    const file = fc.array(part, { maxLength: 12 }).map((parts) => `${parts.join('')}.png`);
    fc.assert(
      fc.property(fc.constantFrom(...PICTURE_FOLDERS), file, (folder, sent) => {
        const path = readPicturePath(folder, sent);
        if (path !== undefined)
          expect(posix.join('/data', folder, path.file)).toBe(`/data/${folder}/${sent}`);
      }),
    );
  });
});

it('the unlocked badge of a locked one is beside it', () => {
  const locked = readPicturePath('Badge', 'mine/00234_lock.png');
  expect(locked && unlockedBadge(locked).file).toBe('mine/00234.png');
});
