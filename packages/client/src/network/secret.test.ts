import fc from 'fast-check';
import { expect, it } from 'vitest';
import { without } from './secret.ts';

it('is in no text, plain or as in a URL', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), fc.string(), fc.string(), (secret, before, after) => {
      fc.pre(!'***'.includes(secret));
      const inUrl = encodeURIComponent(secret);
      const text = without(secret)(`${before}${secret}${after} https://example.org/?y=${inUrl}&z=1`);
      expect(text).not.toContain(secret);
      expect(text).not.toContain(inUrl);
    }),
  );
});
