import { Type } from 'typebox';
import { defineEndpoint } from '../endpoint.ts';
import { user } from '../params.ts';

/** The points of a user. */
export interface UserPoints {
  readonly hardcore: number;
  readonly softcore: number;
}

export const getUserPoints = defineEndpoint({
  name: 'GetUserPoints',
  summary: 'User Points',
  description: 'The hardcore and softcore points of a user.',
  tag: 'User',
  documentation: 'https://api-docs.retroachievements.org/v1/get-user-points.html',
  params: { u: user('The target username or ULID.') },
  arguments: { u: 'username' },
  errors: ['not_found'],
  response: Type.Object({
    Points: Type.Integer({ minimum: 0, description: 'Hardcore points.' }),
    SoftcorePoints: Type.Integer({ minimum: 0, description: 'Points of what is unlocked in softcore only.' }),
  }),
  example: {
    query: { u: 'Hexadigital' },
    response: { Points: 31299, SoftcorePoints: 24264 },
  },
  present: ({ hardcore, softcore }: UserPoints) => ({ Points: hardcore, SoftcorePoints: softcore }),
});
