import { describe, expect, expectTypeOf, it } from 'vitest';
import { together } from './soon.ts';

describe('values that may be promises', () => {
  it('are given at once where none is one', () => {
    const values = together([1, 'a']);
    expect(values).toEqual([1, 'a']);
    expectTypeOf(values).toEqualTypeOf<[1, 'a'] | Promise<[1, 'a']>>();
  });

  it('are waited for where one is', async () => {
    const values = together([1, Promise.resolve('a'), undefined]);
    expect(values).toBeInstanceOf(Promise);
    expect(await values).toEqual([1, 'a', undefined]);
    expectTypeOf(await values).toEqualTypeOf<[1, string, undefined]>();
  });

  it('fail where one does', async () => {
    await expect(together([1, Promise.reject(new Error('not there'))])).rejects.toThrow('not there');
  });
});
