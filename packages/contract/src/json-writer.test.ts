import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetDate, plainDate, zuluDate } from './dates.ts';
import { asciiText, JsonWriter } from './json-writer.ts';

const END_OF_9999 = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;
const piece = fc.oneof(
  fc.record({
    kind: fc.constant('ascii' as const),
    text: fc.string({ unit: 'binary-ascii', maxLength: 100 }),
  }),
  fc.record({ kind: fc.constant('integer' as const), value: fc.nat() }),
  fc.record({ kind: fc.constant('integer' as const), value: fc.maxSafeNat() }),
  // Around the powers of ten, where a number gets longer.
  fc
    .record({ power: fc.nat(9), offset: fc.integer({ min: -1, max: 1 }) })
    .map(({ power, offset }) => ({ kind: 'integer' as const, value: Math.max(10 ** power + offset, 0) })),
  fc.record({
    kind: fc.constantFrom('zulu-date' as const, 'offset-date' as const, 'plain-date' as const),
    at: fc.nat(END_OF_9999),
  }),
  fc.record({
    kind: fc.constant('text' as const),
    value: fc.oneof(
      fc.constant(null),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary-ascii' }),
      fc.stringMatching(/^[\x20-\x7e]+$/),
    ),
  }),
);
type Piece = typeof piece extends fc.Arbitrary<infer Value> ? Value : never;

describe('a JSON writer', () => {
  const json = new JsonWriter();

  it('writes what is asked, one thing after the other', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const texts = pieces.map((piece) => writtenTo(json, piece));
        expect(taken(json)).toEqual(Buffer.from(texts.join('')));
      }),
    );
  });

  it('grows with what it is given, whatever comes last', () => {
    const long = 'x'.repeat(999);
    for (const last of [
      (writer: JsonWriter) => writer.ascii(asciiText(long)),
      (writer: JsonWriter) => writer.integer(2 ** 31 - 1),
      (writer: JsonWriter) => writer.zuluDate(0),
      (writer: JsonWriter) => writer.integer(Number.MAX_SAFE_INTEGER),
      (writer: JsonWriter) => writer.plainDate(0),
      (writer: JsonWriter) => writer.offsetDate(0),
      (writer: JsonWriter) => writer.text(long),
      (writer: JsonWriter) => writer.text('語'.repeat(100_000)),
    ]) {
      for (let length = 64 * 1024 - 80; length <= 64 * 1024; length += 1) {
        const writer = new JsonWriter();
        writer.ascii(asciiText('y'.repeat(length)));
        const begun = taken(writer);
        const whole = writer.ascii(asciiText('y'.repeat(length)));
        const text = taken(last(whole));
        expect(text.subarray(0, length).equals(begun)).toBe(true);
        expect(text.subarray(length).equals(taken(last(new JsonWriter())))).toBe(true);
      }
    }
  });

  it('writes every UTF-16 unit as JSON does, half a pair of them included', () => {
    for (let unit = 0; unit < 0x1_0000; unit += 1) {
      const value = `a${String.fromCharCode(unit)}`;
      const written = taken(json.text(value)).toString();
      if (written !== JSON.stringify(value)) expect(written, `unit ${unit}`).toBe(JSON.stringify(value));
    }
  });

  it('forgets what was not taken', () => {
    expect(taken(json.integer(1).clear().integer(2)).toString()).toBe('2');
  });

  it('takes nothing for ASCII that is not', () => {
    expect(() => asciiText('Pokémon')).toThrow('Not ASCII');
  });

  it('writes a part of what lies in memory', () => {
    const { memory } = asciiText('abcdefghijkl');
    expect(taken(json.copyFrom(memory, 4, 5)).toString()).toBe('efghi');
  });
});

function taken(json: JsonWriter): Buffer {
  return Buffer.from(json.take());
}

/** Has a piece written. @returns what it should be */
function writtenTo(json: JsonWriter, piece: Piece): string {
  switch (piece.kind) {
    case 'ascii':
      json.ascii(asciiText(piece.text));
      return piece.text;
    case 'integer':
      json.integer(piece.value);
      return String(piece.value);
    case 'zulu-date':
      json.zuluDate(piece.at);
      return zuluDate(piece.at);
    case 'offset-date':
      json.offsetDate(piece.at);
      return offsetDate(piece.at);
    case 'plain-date':
      json.plainDate(piece.at);
      return plainDate(piece.at);
    case 'text':
      json.textOrNull(piece.value);
      return JSON.stringify(piece.value);
  }
}
