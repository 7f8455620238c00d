import { describe, expect, it } from 'vitest';
import { asksForSearch, searchKeyOn } from './search-key.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe.each([
  ['Linux x86_64', 'ctrlKey', 'metaKey'],
  ['Win32', 'ctrlKey', 'metaKey'],
  ['MacIntel', 'metaKey', 'ctrlKey'],
  ['iPad', 'metaKey', 'ctrlKey'],
] as const)('on %s', (platform, modifier, other) => {
  const searchKey = searchKeyOn(platform);

  it.each(['k', 'K'])('%s asks for the search with its modifier', (key) => {
    expect(asksForSearch({ ...none, key, [modifier]: true }, searchKey)).toBe(true);
  });

  it.each([
    ['alone', { key: 'k' }],
    ['with another modifier', { key: 'k', [other]: true }],
    ['with two', { key: 'k', [modifier]: true, altKey: true }],
    ['as another letter', { key: 'j', [modifier]: true }],
  ])('it does not %s', (_, event) => {
    expect(asksForSearch({ ...none, ...event }, searchKey)).toBe(false);
  });
});
