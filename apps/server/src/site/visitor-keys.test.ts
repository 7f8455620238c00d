import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VisitorKeys } from './visitor-keys.ts';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;
/** The beginning of an hour. */
const NOW = 555_000 * HOUR;

describe("a visitor's key", () => {
  const { key, expiresAt } = new VisitorKeys('secret').keyAt(NOW + 1_000);

  test('is the same within the hour, at every server that knows the secret, and another in the next', () => {
    expect(key).toMatch(/^site\.\d+\.[\w-]{43}$/);
    expect(expiresAt).toBe(NOW + DAY);
    for (const at of [NOW, NOW + HOUR - 1]) {
      expect(new VisitorKeys('secret').keyAt(at)).toEqual({ key, expiresAt });
    }
    for (const at of [NOW - 1, NOW + HOUR]) expect(new VisitorKeys('secret').keyAt(at).key).not.toBe(key);
    expect(new VisitorKeys('other').keyAt(NOW).key).not.toBe(key);
  });

  test('is valid for a day, whether it was seen before or not', () => {
    const seen = new VisitorKeys('secret');
    for (const at of [NOW, NOW + DAY - 1]) {
      for (const keys of [seen, new VisitorKeys('secret')]) expect(keys.find(key, at)?.use(at)).toBe(true);
    }
    for (const at of [NOW + DAY, NOW + 10 * DAY]) {
      for (const keys of [seen, new VisitorKeys('secret')]) expect(keys.find(key, at)).toBeUndefined();
    }
  });

  test('that was found opens nothing once it has expired', () => {
    const found = new VisitorKeys('secret').find(key, NOW);
    expect([found?.use(NOW + DAY - 1), found?.use(NOW + DAY)]).toEqual([true, false]);
  });

  test.each([
    ['of a later end', key.replace(String(expiresAt), String(expiresAt + HOUR))],
    ['with a zero before its end', key.replace('site.', 'site.0')],
    ['without a signature', `site.${expiresAt}.`],
    ['without an end', key.replace(String(expiresAt), '')],
    ['with something behind it', `${key}A`],
    ['with a line break behind it', `${key}\n`],
    ['with another prefix', key.replace('site', 'SITE')],
    ['of another server', new VisitorKeys('other').keyAt(NOW).key],
    ['of no server', `site.${expiresAt}.${'A'.repeat(43)}`],
  ])('is none: one %s', (_, forged) => {
    expect(new VisitorKeys('secret').find(forged, NOW)).toBeUndefined();
  });

  test('is none with any other letter in it', () => {
    const keys = new VisitorKeys('secret');
    const place = fc.nat(key.length - 1);
    const letter = fc.stringMatching(/^[\w.-]$/);
    fc.assert(
      fc.property(place, letter, (at, other) => {
        fc.pre(key[at] !== other);
        expect(keys.find(key.slice(0, at) + other + key.slice(at + 1), NOW)).toBeUndefined();
      }),
    );
  });
});
