import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonWriter } from './json-writer.ts';
import { WrittenOnce } from './written-once.ts';

interface Named {
  readonly name: string;
}

describe('what is written once', () => {
  it('is the same each time, however much is kept, and of however many', () => {
    const named = fc.record({ name: fc.string({ unit: 'binary', maxLength: 20_000, size: 'max' }) });
    fc.assert(
      fc.property(fc.array(named, { maxLength: 20 }), (values) => {
        const json = new JsonWriter();
        const once = new WrittenOnce<Named>(({ name }, json) => json.text(name));
        for (const value of [...values, ...values.toReversed()]) {
          once.writeTo(json, value);
          expect(Buffer.from(json.take()).toString()).toBe(JSON.stringify(value.name));
        }
      }),
    );
  });

  it('is not written again of the same object, and is of another one that is alike', () => {
    let written = 0;
    const once = new WrittenOnce<Named>(({ name }, json) => {
      written += 1;
      json.text(name);
    });
    const sonic = { name: 'Sonic' };
    const json = new JsonWriter();
    for (const value of [sonic, sonic, { ...sonic }]) once.writeTo(json, value);
    expect(Buffer.from(json.take()).toString()).toBe('"Sonic""Sonic""Sonic"');
    expect(written).toBe(2);
  });

  it('leaves what the writer has begun', () => {
    const json = new JsonWriter();
    const once = new WrittenOnce<Named>(({ name }, json) => json.text(name));
    once.writeTo(json.integer(1), { name: 'a' });
    expect(Buffer.from(json.integer(2).take()).toString()).toBe('1"a"2');
  });
});
