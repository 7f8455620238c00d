import fc from 'fast-check';
import { expect, it } from 'vitest';
import { curlOf, urlOf } from './request.ts';
import { awkwardText } from './testing/awkward-text.ts';

const REQUEST = { origin: 'http://laurel.test', path: '/API/API_GetUserProgress.php', key: 'abc' };

it('is a line that can be pasted', () => {
  expect(curlOf({ ...REQUEST, values: { u: 'Max', i: '1,2', c: '' } })).toBe(
    "curl -H 'X-API-Key: abc' 'http://laurel.test/API/API_GetUserProgress.php?u=Max&i=1,2'",
  );
});

it('has a place for the key where there is none', () => {
  expect(curlOf({ ...REQUEST, key: '', values: {} })).toBe(
    "curl -H 'X-API-Key: YOUR_KEY' 'http://laurel.test/API/API_GetUserProgress.php'",
  );
});

it('asks for what was typed, whatever it is', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]$/), awkwardText()), (values) => {
      const { searchParams, origin, hash } = new URL(urlOf({ ...REQUEST, values }));
      const given = Object.entries(values).filter(([, value]) => value !== '');
      expect([...searchParams]).toEqual(given.map(([name, value]) => [name, value.toWellFormed()]));
      expect([origin, hash]).toEqual([REQUEST.origin, '']);
    }),
  );
});
