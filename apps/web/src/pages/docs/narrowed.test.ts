import { expect, it } from 'vitest';
import { narrowed } from './narrowed.ts';
import type { Endpoint } from './reference.ts';

function endpoint(name: string, summary: string): Endpoint {
  return {
    name,
    summary,
    description: '',
    documentation: undefined,
    path: `/API/API_${name}.php`,
    parameters: [],
    clientFunction: '',
    response: {},
    example: null,
    ownErrors: [],
  };
}

const GROUPS = [
  {
    tag: 'User',
    endpoints: [endpoint('GetUserAwards', 'User Awards'), endpoint('GetUserPoints', 'User Points')],
  },
  { tag: 'Game', endpoints: [endpoint('GetGameRankAndScore', 'High Scores')] },
];

it.each([
  ['', ['GetUserAwards', 'GetUserPoints', 'GetGameRankAndScore']],
  [' HIGH ', ['GetGameRankAndScore']],
  ['points user', ['GetUserPoints']],
  ['game', ['GetGameRankAndScore']],
  ['nothing', []],
])('"%s" finds %j', (typed, names) => {
  const groups = narrowed(GROUPS, typed);
  expect(groups.flatMap(({ endpoints }) => endpoints.map(({ name }) => name))).toEqual(names);
  expect(groups.every(({ endpoints }) => endpoints.length > 0)).toBe(true);
});
