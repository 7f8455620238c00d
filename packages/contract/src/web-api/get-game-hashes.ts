import { Type } from 'typebox';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../params.ts';
import { Md5, nullable } from '../schemas.ts';

/** The files that a game is known by. */
export type GameHashes = readonly {
  readonly md5: string;
  /** "" where it is not known. */
  readonly name: string;
  readonly labels: readonly string[];
}[];

const Hash = Type.Object({
  MD5: Md5,
  Name: Type.String({ description: 'Usually the name of the file.' }),
  Labels: Type.Array(Type.String(), { description: 'Where the file is from, as in `nointro`.' }),
  PatchUrl: nullable(Type.String({ description: 'Where the patch is that makes the file.' })),
});

export const getGameHashes = defineEndpoint({
  name: 'GetGameHashes',
  summary: 'Supported Game Files',
  description: 'The hashes of the files that a game is known by.',
  tag: 'Game',
  documentation: 'https://api-docs.retroachievements.org/v1/get-game-hashes.html',
  params: { i: id('The target game ID.') },
  arguments: { i: 'gameId' },
  errors: ['not_found'],
  response: Type.Object({ Results: Type.Array(Hash) }),
  example: {
    query: { i: '1' },
    response: {
      Results: [
        {
          MD5: '1b1d9ac862c387367e904036114c4825',
          Name: 'Sonic The Hedgehog (USA, Europe) (Ru) (NewGame).md',
          Labels: ['nointro', 'rapatches'],
          PatchUrl:
            'https://github.com/RetroAchievements/RAPatches/raw/main/MD/Translation/Russian/1-Sonic1-Russian.zip',
        },
        {
          MD5: '1bc674be034e43c96b86487ac69d9293',
          Name: 'Sonic The Hedgehog (USA, Europe).md',
          Labels: ['nointro'],
          PatchUrl: null,
        },
      ],
    },
  },
  present: (hashes: GameHashes) => ({
    Results: hashes.map(({ md5, name, labels }) => ({
      MD5: md5,
      Name: name,
      Labels: labels,
      PatchUrl: null,
    })),
  }),
});
