import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import { laurelGetMostPlayedGames, type MostPlayedGames } from './laurel-get-most-played-games.ts';

const { params, present, example } = laurelGetMostPlayedGames;

const sonic: MostPlayedGames[number] = {
  id: 1,
  title: 'Sonic the Hedgehog',
  icon: '/Images/010004.png',
  systemId: 1,
  systemName: 'Mega Drive / Genesis',
  achievements: 23,
  points: 251,
  players: 27_079,
};

describe('LaurelGetMostPlayedGames', () => {
  it('presents its example, to the letter', () => {
    expect(JSON.stringify(present([sonic]), null, 1)).toBe(JSON.stringify(example.response, null, 1));
  });

  it.each([
    [{}, 10],
    [{ c: '100' }, 100],
    [{ c: '101' }, 100],
  ])('reads its parameters: %j', (raw, c) => {
    expect(parseQuery(params, raw)).toEqual({ ok: true, value: { c } });
  });
});
