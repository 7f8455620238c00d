import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectJson } from './request.ts';

const text = fc.string({ unit: fc.constantFrom('\b', '\f', '\\', '"', 'b', 'f', '\n', '\0', 'é', '🏆') });

describe('connectJson', () => {
  it('says what it is given', () => {
    fc.assert(
      fc.property(text, (Title) => {
        expect(JSON.parse(connectJson({ Title }))).toEqual({ Title });
      }),
    );
  });

  it('has no escape that rcheevos cannot read', () => {
    fc.assert(
      fc.property(text, (Title) => {
        const escapes = connectJson({ Title }).match(/\\./g) ?? [];
        expect(escapes.filter((found) => !/\\["\\nrtu]/.test(found))).toEqual([]);
      }),
    );
  });
});
