import { Type } from 'typebox';
import { defineEndpoint } from '../endpoint.ts';
import { choice } from '../params.ts';
import { Id } from '../schemas.ts';

/** Systems, all of which are for games. */
export type Systems = readonly {
  readonly id: number;
  readonly name: string;
  /** An address, or the path of a picture on this server. */
  readonly icon: string;
  readonly active: boolean;
}[];

const System = Type.Object({
  ID: Id,
  Name: Type.String(),
  IconURL: Type.String({ description: 'The address of its icon, or a path on this server.' }),
  Active: Type.Boolean(),
  IsGameSystem: Type.Boolean(),
});

export const getConsoleIds = defineEndpoint({
  name: 'GetConsoleIDs',
  summary: 'Get All Systems',
  description: 'Every system, by ID.',
  tag: 'System',
  documentation: 'https://api-docs.retroachievements.org/v1/get-console-ids.html',
  params: {
    a: choice([0, 1], 0, '1 to only return active systems. Defaults to 0.'),
    g: choice([0, 1], 0, '1 to only return gaming systems, which all systems here are. Defaults to 0.'),
  },
  arguments: { a: 'shouldOnlyRetrieveActiveSystems', g: 'shouldOnlyRetrieveGameSystems' },
  sentAsText: ['ID'],
  response: Type.Array(System),
  example: {
    query: {},
    response: [
      {
        ID: 1,
        Name: 'Mega Drive',
        IconURL: 'https://static.retroachievements.org/assets/images/system/md.png',
        Active: true,
        IsGameSystem: true,
      },
    ],
  },
  present: (systems: Systems) =>
    systems.map(({ id, name, icon, active }) => ({
      ID: id,
      Name: name,
      IconURL: icon,
      Active: active,
      IsGameSystem: true,
    })),
});
