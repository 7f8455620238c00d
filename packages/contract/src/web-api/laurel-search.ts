import { Type } from 'typebox';
import { defineEndpoint } from '../endpoint.ts';
import { count, text } from '../params.ts';
import { Amount, Id, Path, Ulid } from '../schemas.ts';
import { userPic } from '../user-facts.ts';

/** What a search finds: of each kind the best first. */
export interface SearchResults {
  readonly games: readonly {
    readonly id: number;
    readonly title: string;
    readonly systemId: number;
    readonly systemName: string;
    /** The path of a picture: `/Images/020895.png`. */
    readonly icon: string;
    /** Of the promoted set. */
    readonly achievements: number;
    /** How many have unlocked something of it. */
    readonly players: number;
  }[];
  readonly players: readonly {
    readonly username: string;
    readonly ulid: string;
    readonly pointsHardcore: number;
    readonly pointsSoftcore: number;
  }[];
}

const Game = Type.Object({
  ID: Id,
  Title: Type.String(),
  ConsoleID: Id,
  ConsoleName: Type.String(),
  ImageIcon: Path,
  NumAchievements: Amount,
  NumDistinctPlayers: Amount,
});

const Player = Type.Object({
  User: Type.String(),
  ULID: Ulid,
  UserPic: Path,
  TotalPoints: Type.Integer({ minimum: 0, description: 'Hardcore points.' }),
  TotalSoftcorePoints: Amount,
});

export const laurelSearch = defineEndpoint({
  name: 'LaurelSearch',
  summary: 'Search for Games and Users',
  description:
    'The games in whose title each typed word begins a word, those of exactly this title first, then those that most people play; and the users whose name begins so. Case, accents and punctuation do not matter, and a hash of 32 digits finds its game. It is quick enough to be asked at each key stroke.',
  tag: 'Laurel',
  documentation: null,
  params: {
    q: text(
      100,
      'What to look for: words of a title, or their beginnings; a username, or its beginning; a hash.',
    ),
    c: count({ default: 10, max: 50, above: 'cut' }),
  },
  arguments: { q: 'query', c: 'count' },
  response: Type.Object({
    Games: Type.Array(Game, { description: 'The games, the best first.' }),
    Players: Type.Array(Player, { description: 'The users, by name.' }),
  }),
  example: {
    query: { q: 'sonic hedge', c: '1' },
    response: {
      Games: [
        {
          ID: 1,
          Title: 'Sonic the Hedgehog',
          ConsoleID: 1,
          ConsoleName: 'Mega Drive / Genesis',
          ImageIcon: '/Images/010004.png',
          NumAchievements: 23,
          NumDistinctPlayers: 27079,
        },
      ],
      Players: [],
    },
  },
  present: ({ games, players }: SearchResults) => ({
    Games: games.map((game) => ({
      ID: game.id,
      Title: game.title,
      ConsoleID: game.systemId,
      ConsoleName: game.systemName,
      ImageIcon: game.icon,
      NumAchievements: game.achievements,
      NumDistinctPlayers: game.players,
    })),
    Players: players.map((player) => ({
      User: player.username,
      ULID: player.ulid,
      UserPic: userPic(player.username),
      TotalPoints: player.pointsHardcore,
      TotalSoftcorePoints: player.pointsSoftcore,
    })),
  }),
});
