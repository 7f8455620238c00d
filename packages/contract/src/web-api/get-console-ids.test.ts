import fc from 'fast-check';
import { Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import { getConsoleIds } from './get-console-ids.ts';

const { params, present, response, example } = getConsoleIds;

const megaDrive = {
  id: 1,
  name: 'Mega Drive',
  icon: 'https://static.retroachievements.org/assets/images/system/md.png',
  active: true,
};

describe('GetConsoleIDs', () => {
  it('presents the documented example, to the letter', () => {
    expect(JSON.stringify(present([megaDrive]), null, 1)).toBe(JSON.stringify(example.response, null, 1));
  });

  it('presents no systems as an empty list', () => {
    expect(JSON.stringify(present([]))).toBe('[]');
  });

  it('presents nothing but what its contract promises', () => {
    const system = fc.record({
      id: fc.integer({ min: 1 }),
      name: fc.string(),
      icon: fc.string(),
      active: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(system), (systems) => {
        const sent = present(systems);
        expect(Errors(response, sent)).toEqual([]);
        expect(sent).toEqual(
          systems.map(({ id, name, icon, active }) => ({
            ID: id,
            Name: name,
            IconURL: icon,
            Active: active,
            IsGameSystem: true,
          })),
        );
      }),
    );
  });

  it('reads its parameters as documented', () => {
    expect(parseQuery(params, {})).toEqual({ ok: true, value: { a: 0, g: 0 } });
    expect(parseQuery(params, { a: '1', g: '1' })).toEqual({ ok: true, value: { a: 1, g: 1 } });
  });
});
