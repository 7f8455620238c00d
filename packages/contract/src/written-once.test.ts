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
        // Begins and ends with different bytes: else two that overlap by one would be right by chance.
        const once = new WrittenOnce<Named>(({ name }, json) => json.text(name).integer(name.length));
        for (const asked of [values, values.toReversed(), values]) {
          expect(written(once, asked)).toEqual(
            asked.map(({ name }) => `${JSON.stringify(name)}${name.length}`),
          );
        }
      }),
    );
  });

  it('is not written again of the same object, and is of another one that is alike', () => {
    let times = 0;
    const once = new WrittenOnce<Named>(({ name }, json) => {
      times += 1;
      json.text(name);
    });
    const sonic = { name: 'Sonic' };
    expect(written(once, [sonic, sonic, { ...sonic }])).toEqual(['"Sonic"', '"Sonic"', '"Sonic"']);
    expect(times).toBe(2);
  });

  it('leaves what the writer has begun', () => {
    const json = new JsonWriter();
    const once = new WrittenOnce<Named>(({ name }, json) => json.text(name));
    once.of([{ name: 'a' }]).writeTo(json.integer(1), 0);
    expect(Buffer.from(json.integer(2).take()).toString()).toBe('1"a"2');
  });
});

function written(once: WrittenOnce<Named>, values: readonly Named[]): string[] {
  const json = new JsonWriter();
  const list = once.of(values);
  return values.map((_, index) => {
    list.writeTo(json, index);
    return Buffer.from(json.take()).toString();
  });
}
