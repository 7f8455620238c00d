import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choice, count, id, idList, offset, user } from './params.ts';
import { parseQuery } from './query.ts';

const params = {
  a: id('An achievement.'),
  c: count({ default: 50, max: 500, above: 'cut' }),
  o: offset(),
  h: choice([0, 1], 0, 'Hardcore.'),
};
const everyKind = { ...params, u: user('A user.'), i: idList('Games.') };

describe('a query', () => {
  it('gives every parameter, read, with defaults for what is not there', () => {
    expect(parseQuery(params, { a: '9', o: '100' })).toEqual({
      ok: true,
      value: { a: 9, c: 50, o: 100, h: 0 },
    });
  });

  it('has its type from its parameters', () => {
    const reading = parseQuery(params, { a: '9' });
    if (!reading.ok) throw new Error('malformed');
    const value: { readonly a: number; readonly c: number; readonly o: number; readonly h: 0 | 1 } =
      reading.value;
    expect(value.h).toBe(0);
  });

  it('counts an empty parameter as one that is not given', () => {
    expect(parseQuery(params, { a: '9', c: '', o: '', h: '' })).toEqual(parseQuery(params, { a: '9' }));
    expect(parseQuery(params, { a: '' })).toEqual({ ok: false, errors: { a: ['The a field is required.'] } });
  });

  it('does not take a space for nothing', () => {
    expect(parseQuery(params, { a: '9', c: ' ' })).toEqual({
      ok: false,
      errors: { c: ['The c field must be an integer.'] },
    });
  });

  it('says what is wrong with each parameter, in their order', () => {
    const reading = parseQuery(everyKind, { c: '0', a: 'nine', h: '2', u: '?', i: '1,' });
    expect(reading).toEqual({
      ok: false,
      errors: {
        a: ['The a field must be an integer.'],
        c: ['The c field must be at least 1.'],
        h: ['The h field must be 0 or 1.'],
        u: ['The u field must be a username (2 to 20 letters and digits) or a ULID (26 characters).'],
        i: ['The i field must be a list of IDs, separated by commas.'],
      },
    });
    expect(reading.ok ? [] : Object.keys(reading.errors)).toEqual(['a', 'c', 'h', 'u', 'i']);
  });

  it.each([[['9', '9']], [[]], [{}], [9], [true]])('takes nothing but one text: %j', (raw) => {
    expect(parseQuery(params, { a: raw })).toEqual({
      ok: false,
      errors: { a: ['The a field must be given only once.'] },
    });
  });

  it('does not look at what the endpoint does not know', () => {
    expect(parseQuery(params, { a: '9', z: ['x', 'y'], y: 'key', 'a[]': '0' })).toEqual(
      parseQuery(params, { a: '9' }),
    );
  });

  it('finds nothing that was not sent', () => {
    const inherited = { toString: id('A name that every object inherits.') };
    expect(parseQuery(inherited, {})).toEqual({
      ok: false,
      errors: { toString: ['The toString field is required.'] },
    });
  });

  it('is read or refused, whatever is sent', () => {
    const raw = fc.dictionary(
      fc.constantFrom('a', 'c', 'o', 'h', 'u', 'i', 'z'),
      fc.oneof(fc.string(), fc.anything()),
    );
    fc.assert(
      fc.property(raw, (query) => {
        const reading = parseQuery(everyKind, query);
        const letters = reading.ok ? Object.keys(reading.value) : Object.keys(reading.errors);
        expect(letters.length).toBeGreaterThan(0);
        expect(Object.keys(everyKind)).toEqual(expect.arrayContaining(letters));
      }),
    );
  });
});
