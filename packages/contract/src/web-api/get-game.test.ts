import fc from 'fast-check';
import { Clean, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import { type GameSummary, getGame } from './get-game.ts';

const { params, present, response, example } = getGame;

const sonic: GameSummary = {
  title: 'Sonic the Hedgehog',
  systemId: 1,
  systemName: 'Mega Drive',
  icon: '/Images/067895.png',
  imageTitle: '/Images/054993.png',
  imageIngame: '/Images/000010.png',
  imageBoxArt: '/Images/051872.png',
  publisher: '',
  developer: '',
  genre: '',
  released: '1992-06-02',
};

const games: fc.Arbitrary<GameSummary> = fc.record({
  title: fc.string(),
  systemId: fc.integer({ min: 1 }),
  systemName: fc.string(),
  icon: fc.string(),
  imageTitle: fc.string(),
  imageIngame: fc.string(),
  imageBoxArt: fc.string(),
  publisher: fc.string(),
  developer: fc.string(),
  genre: fc.string(),
  released: fc.constantFrom(null, '1970-01-01', '9999-12-31'),
});

describe('GetGame', () => {
  it('presents the documented example, to the letter, without a forum', () => {
    expect(JSON.stringify(present(sonic), null, 1)).toBe(
      JSON.stringify({ ...example.response, ForumTopicID: null }, null, 1),
    );
  });

  it('presents no game as an empty object', () => {
    expect(JSON.stringify(present(undefined))).toBe('{}');
    expect(Errors(response, {})).toEqual([]);
  });

  it('presents a game that was released nobody knows when with nulls', () => {
    expect(present({ ...sonic, released: null })).toMatchObject({
      Released: null,
      ReleasedAtGranularity: null,
    });
  });

  it('takes a date as the live service writes it, too', () => {
    expect(Errors(response, { ...example.response, Released: '1992-06-02' })).toEqual([]);
    expect(Errors(response, { ...example.response, Released: '1992' })).not.toEqual([]);
  });

  it('presents nothing but what its contract promises', () => {
    fc.assert(
      fc.property(games, (game) => {
        const sent = present(game);
        expect(Errors(response, sent)).toEqual([]);
        expect(Clean(response, structuredClone(sent))).toEqual(sent);
      }),
    );
  });

  it('reads its parameters as documented', () => {
    expect(parseQuery(params, { i: '1' })).toEqual({ ok: true, value: { i: 1 } });
    expect(parseQuery(params, {})).toEqual({ ok: false, errors: { i: ['The i field is required.'] } });
  });
});
