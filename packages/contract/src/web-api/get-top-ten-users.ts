import { Type } from 'typebox';
import { defineEndpoint } from '../endpoint.ts';
import { Ulid } from '../schemas.ts';

/** The users with the most points, the best first. */
export type TopTenUsers = readonly {
  readonly username: string;
  readonly pointsHardcore: number;
  /** RetroPoints: what their hardcore unlocks are worth, the rarer the more. */
  readonly pointsTrue: number;
  readonly ulid: string;
}[];

const User = Type.Object({
  1: Type.String({ description: 'The username.' }),
  2: Type.Integer({ minimum: 0, description: 'Hardcore points.' }),
  3: Type.Integer({ minimum: 0, description: 'RetroPoints: points, worth more the rarer.' }),
  4: Ulid,
});

export const getTopTenUsers = defineEndpoint({
  name: 'GetTopTenUsers',
  summary: 'Top Ten Ranked Users',
  description: 'The ten users with the most hardcore points, the best first.',
  tag: 'Feed',
  documentation: 'https://api-docs.retroachievements.org/v1/get-top-ten-users.html',
  params: {},
  arguments: {},
  names: { 1: 'username', 2: 'totalPoints', 3: 'totalRatioPoints', 4: 'ulid' },
  sentAsText: ['2', '3'],
  response: Type.Array(User, { description: 'At most ten.' }),
  example: {
    query: {},
    response: [{ 1: 'MaxMilyin', 2: 399597, 3: 1599212, 4: '00003EMFWR7XB8SDPEHB3K56ZQ' }],
  },
  present: (users: TopTenUsers) =>
    users.map((user) => ({ 1: user.username, 2: user.pointsHardcore, 3: user.pointsTrue, 4: user.ulid })),
});
