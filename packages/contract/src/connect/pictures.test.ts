import { describe, expect, it } from 'vitest';
import { badgeName, pictureUrl } from './pictures.ts';

describe('the name of a badge', () => {
  it.each([
    ['00234', '00234'],
    ['my-badge_2', 'my-badge_2'],
    ['', 'azik0zi'],
    ['../../evil', 'azik0zi'],
    ['a b', 'azik0zi'],
  ])('%j gives %j', (badge, expected) => {
    expect(badgeName({ id: 2_147_483_646, badge })).toBe(expected);
  });
});

describe('the address of a picture', () => {
  it.each([
    ['/Images/085573.png', 'http://host:1/Images/085573.png'],
    ['https://media.example/1.png', 'https://media.example/1.png'],
  ])('%j is %j', (path, expected) => {
    expect(pictureUrl('http://host:1', path)).toBe(expected);
  });
});
