import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import { laurelSearch, type SearchResults } from './laurel-search.ts';

const { params, present, example } = laurelSearch;

const sonic: SearchResults['games'][number] = {
  id: 1,
  title: 'Sonic the Hedgehog',
  systemId: 1,
  systemName: 'Mega Drive / Genesis',
  icon: '/Images/010004.png',
  achievements: 23,
  players: 27_079,
};

describe('LaurelSearch', () => {
  it('presents its example, to the letter', () => {
    expect(JSON.stringify(present({ games: [sonic], players: [] }), null, 1)).toBe(
      JSON.stringify(example.response, null, 1),
    );
  });

  it('presents players with their pictures', () => {
    const scott = {
      username: 'Scott',
      ulid: '00003EMFWR7XB8SDPEHB3K56ZQ',
      pointsHardcore: 9,
      pointsSoftcore: 4,
    };
    expect(present({ games: [], players: [scott] })).toEqual({
      Games: [],
      Players: [
        {
          User: 'Scott',
          ULID: '00003EMFWR7XB8SDPEHB3K56ZQ',
          UserPic: '/UserPic/Scott.png',
          TotalPoints: 9,
          TotalSoftcorePoints: 4,
        },
      ],
    });
  });

  it.each([
    [{ q: ' Sonic ' }, { q: 'Sonic', c: 10 }],
    [
      { q: 's', c: '50' },
      { q: 's', c: 50 },
    ],
    [
      { q: 's', c: '51' },
      { q: 's', c: 50 },
    ],
  ])('reads its parameters: %j', (raw, value) => {
    expect(parseQuery(params, raw)).toEqual({ ok: true, value });
  });

  it('is asked for something', () => {
    expect(parseQuery(params, { c: '0' })).toEqual({
      ok: false,
      errors: { q: ['The q field is required.'], c: ['The c field must be at least 1.'] },
    });
  });
});
