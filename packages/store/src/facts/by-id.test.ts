import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ById } from './by-id.ts';

const PLACES = 4;
/** Ids that share places, and such as have more than 32 bits. */
const id = fc.oneof(
  fc.integer({ min: 0, max: 20 }),
  fc.integer({ min: 0, max: 20 }).map((low) => 2 ** 32 + low),
);
const command = fc.record({
  kind: fc.constantFrom('set', 'get', 'delete', 'clear'),
  value: fc.record({ id, name: fc.string() }),
});

it('gives what was set last, or nothing; never what was deleted, nor what is of another id', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 200 }), (commands) => {
      const values = new ById<{ id: number; name: string }>(PLACES);
      const model = new Map<number, { id: number; name: string }>();
      for (const { kind, value } of commands) {
        const { id } = value;
        if (kind === 'set') {
          values.set(value);
          model.set(id, value);
          expect(values.get(id)).toBe(value);
        } else if (kind === 'delete') {
          values.delete(id);
          model.delete(id);
        } else if (kind === 'clear') {
          values.clear();
          model.clear();
        }
        expect([undefined, model.get(id)]).toContain(values.get(id));
      }
    }),
  );
});

it('keeps as many ids that follow on each other as it has places', () => {
  const values = new ById<{ id: number }>(PLACES);
  for (let next = 0; next < 100; next += 1) {
    values.set({ id: next });
    for (let last = Math.max(next - PLACES + 1, 0); last <= next; last += 1)
      expect(values.get(last)).toEqual({ id: last });
    expect(values.get(next - PLACES)).toBeUndefined();
  }
});
