import fc from 'fast-check';
import { Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import { getGameHashes } from './get-game-hashes.ts';

const { params, present, response, example } = getGameHashes;

const md5 = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });

describe('GetGameHashes', () => {
  it('presents the documented example, to the letter, without patches', () => {
    const hashes = [
      {
        md5: '1b1d9ac862c387367e904036114c4825',
        name: 'Sonic The Hedgehog (USA, Europe) (Ru) (NewGame).md',
        labels: ['nointro', 'rapatches'],
      },
      {
        md5: '1bc674be034e43c96b86487ac69d9293',
        name: 'Sonic The Hedgehog (USA, Europe).md',
        labels: ['nointro'],
      },
    ];
    const documented = example.response.Results.map((hash) => ({ ...hash, PatchUrl: null }));
    expect(JSON.stringify(present(hashes), null, 1)).toBe(JSON.stringify({ Results: documented }, null, 1));
  });

  it('presents no hashes as an empty list', () => {
    expect(JSON.stringify(present([]))).toBe('{"Results":[]}');
  });

  it('presents nothing but what its contract promises', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ md5, name: fc.string(), labels: fc.array(fc.string()) })),
        (hashes) => {
          const sent = present(hashes);
          expect(Errors(response, sent)).toEqual([]);
          expect(sent.Results).toEqual(
            hashes.map((hash) => ({ MD5: hash.md5, Name: hash.name, Labels: hash.labels, PatchUrl: null })),
          );
        },
      ),
    );
  });

  it('reads its parameters as documented', () => {
    expect(parseQuery(params, { i: '1' })).toEqual({ ok: true, value: { i: 1 } });
    expect(parseQuery(params, {})).toEqual({ ok: false, errors: { i: ['The i field is required.'] } });
  });
});
