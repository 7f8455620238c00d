import { defineEndpoint } from '../endpoint.ts';
import { choice, id } from '../params.ts';
import { Amount, dictionary } from '../schemas.ts';

/** Players by how many achievements exactly they have: index 0 is one achievement. */
export type AchievementDistribution = readonly number[];

export const getAchievementDistribution = defineEndpoint({
  name: 'GetAchievementDistribution',
  summary: 'Achievement Distribution',
  description: 'How many players have exactly one achievement of a game, how many two, and so on.',
  tag: 'Game',
  documentation: 'https://api-docs.retroachievements.org/v1/get-achievement-distribution.html',
  params: {
    i: id('The target game ID.'),
    h: choice([0, 1], 0, '1 to only query hardcore unlocks. 0 to query all unlocks. Defaults to 0.'),
    f: choice([3, 5], 3, '3 for official achievements. 5 for unofficial achievements. Defaults to 3.'),
  },
  arguments: { i: 'gameId', h: 'hardcore', f: 'flags' },
  response: dictionary(Amount, {
    description:
      'Players by number of achievements. Empty where there is no such game, or it has no such achievements.',
  }),
  example: {
    query: { i: '14402', h: '1' },
    response: {
      1: 141,
      2: 51,
      3: 41,
      4: 49,
      5: 57,
      6: 41,
      7: 36,
      8: 67,
      9: 75,
      10: 28,
      11: 26,
      12: 3,
      13: 6,
      14: 3,
      15: 8,
    },
  },
  present(distribution: AchievementDistribution) {
    const players: Record<string, number> = {};
    for (const [index, amount] of distribution.entries()) players[index + 1] = amount;
    return players;
  },
});
