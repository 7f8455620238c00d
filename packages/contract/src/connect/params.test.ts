import { describe, expect, it } from 'vitest';
import { flag, id, optional, promotion, readParams, romHash, seconds, text } from './params.ts';

const MD5 = '0123456789abcdef0123456789abcdef';

describe('an id', () => {
  it.each([
    ['1', 1],
    ['007', 7],
    ['2147483647', 2_147_483_647],
    ['2147483648', 0],
    ['99999999999999999999', 0],
    ['', 0],
    ['abcdef', 0],
    ['9abc', 0],
    ['-1', 0],
    ['1.5', 0],
    ['1e3', 0],
    ['٣', 0],
  ])('%j is %i', (sent, expected) => {
    expect(id('').read(sent)).toBe(expected);
  });
});

describe('the hash of a ROM', () => {
  it.each([
    [MD5, MD5],
    [MD5.toUpperCase(), MD5],
    ['', ''],
    [`${MD5}0`, ''],
    [`${MD5}\n`, ''],
    [MD5.replace('0', 'g'), ''],
  ])('%j is %j', (sent, expected) => {
    expect(romHash('').read(sent)).toBe(expected);
  });
});

describe('an offset in seconds', () => {
  it.each([
    ['30', 30],
    ['-30', 0],
    ['soon', 0],
    ['', 0],
  ])('%j is %i', (sent, expected) => {
    expect(seconds('').read(sent)).toBe(expected);
  });
});

describe('a flag', () => {
  it.each([
    ['1', true],
    ['true', true],
    ['On', true],
    ['yes', true],
    ['0', false],
    ['2', false],
    ['', false],
    [undefined, false],
  ])('%j is %j', (sent, expected) => {
    expect(flag('').read(sent)).toBe(expected);
  });
});

describe('the promotion asked for', () => {
  it.each([
    ['3', 'promoted'],
    ['5', 'unpromoted'],
    ['0', 'both'],
    ['', 'both'],
    [undefined, 'both'],
  ])('%j is %s', (sent, expected) => {
    expect(promotion().read(sent)).toBe(expected);
  });
});

describe('readParams', () => {
  const params = { u: text(''), g: optional(id('')) };

  it('reads each parameter, and nothing else', () => {
    const fields = new Map([
      ['u', 'Alice'],
      ['g', '77'],
      ['z', '1'],
    ]);
    expect(readParams(params, fields)).toEqual({ u: 'Alice', g: 77 });
  });

  it('tells an optional parameter that is empty from one that is missing', () => {
    expect(readParams(params, new Map([['u', '']]))).toEqual({ u: '', g: undefined });
    expect(
      readParams(
        params,
        new Map([
          ['u', ''],
          ['g', ''],
        ]),
      ),
    ).toEqual({ u: '', g: 0 });
  });

  it('gives nothing where a required one is missing', () => {
    expect(readParams(params, new Map([['g', '77']]))).toBeUndefined();
  });
});
