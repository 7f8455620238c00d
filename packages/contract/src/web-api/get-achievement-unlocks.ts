import { Type } from 'typebox';
import { PlainDate, ZuluDate } from '../dates.ts';
import { defineWrittenEndpoint } from '../endpoint.ts';
import { asciiText, type JsonWriter } from '../json-writer.ts';
import type { ListedPlayers } from '../listed-players.ts';
import { count, id, offset } from '../params.ts';
import { Amount, Id, later, nullable, Ulid } from '../schemas.ts';

/** An achievement, and a page of who unlocked it. Times are whole seconds since 1970. */
export interface AchievementUnlocks {
  readonly achievement: {
    readonly id: number;
    readonly title: string;
    readonly description: string;
    readonly points: number;
    readonly trueRatio: number;
    readonly author: string;
    /** Null where the author is not a user. */
    readonly authorUlid: string | null;
    readonly createdAt: number;
    readonly modifiedAt: number;
    readonly kind: 'progression' | 'win_condition' | 'missable' | null;
  };
  readonly system: { readonly id: number; readonly name: string };
  readonly game: { readonly id: number; readonly title: string };
  readonly unlocksCount: number;
  readonly unlocksHardcoreCount: number;
  readonly totalPlayers: number;
  readonly unlocks: readonly { readonly awardedAt: number; readonly hardcore: boolean }[];
  /** Whose each of `unlocks` is. */
  readonly players: ListedPlayers;
}

const Unlock = Type.Object({
  User: Type.String(),
  ULID: later(Ulid),
  RAPoints: Type.Integer({ minimum: 0, description: 'Hardcore points of the user.' }),
  RASoftcorePoints: Type.Integer({ minimum: 0, description: 'Softcore points of the user.' }),
  DateAwarded: ZuluDate,
  HardcoreMode: Type.Enum([0, 1], { description: '1 if unlocked in hardcore, else 0.' }),
});

const Response = Type.Object({
  Achievement: Type.Object({
    ID: Id,
    Title: Type.String(),
    Description: Type.String(),
    Points: Amount,
    TrueRatio: Type.Integer({
      minimum: 0,
      description: 'RetroPoints: the points, worth more the rarer it is.',
    }),
    Author: Type.String(),
    AuthorULID: later(nullable(Ulid)),
    DateCreated: PlainDate,
    DateModified: PlainDate,
    Type: nullable(Type.Enum(['progression', 'win_condition', 'missable'])),
  }),
  Console: Type.Object({ ID: Id, Title: Type.String() }),
  Game: Type.Object({ ID: Id, Title: Type.String() }),
  UnlocksCount: Amount,
  UnlocksHardcoreCount: Amount,
  TotalPlayers: Type.Integer({ minimum: 0, description: 'Players with an unlock in this game.' }),
  Unlocks: Type.Array(Unlock),
});

const ACHIEVEMENT = {
  ID: asciiText('{"Achievement":{"ID":'),
  TITLE: asciiText(',"Title":'),
  DESCRIPTION: asciiText(',"Description":'),
  POINTS: asciiText(',"Points":'),
  TRUE_RATIO: asciiText(',"TrueRatio":'),
  AUTHOR: asciiText(',"Author":'),
  AUTHOR_ULID: asciiText(',"AuthorULID":'),
  DATE_CREATED: asciiText(',"DateCreated":"'),
  DATE_MODIFIED: asciiText('","DateModified":"'),
  TYPE: asciiText('","Type":'),
};
const CONSOLE = { ID: asciiText('},"Console":{"ID":'), TITLE: asciiText(',"Title":') };
const GAME = { ID: asciiText('},"Game":{"ID":'), TITLE: asciiText(',"Title":') };
const COUNTS = {
  UNLOCKS: asciiText('},"UnlocksCount":'),
  HARDCORE: asciiText(',"UnlocksHardcoreCount":'),
  PLAYERS: asciiText(',"TotalPlayers":'),
};
const UNLOCKS = asciiText(',"Unlocks":[');
const UNLOCK = {
  FIRST_USER: asciiText('{"User":"'),
  NEXT_USER: asciiText(',{"User":"'),
  ULID: asciiText('","ULID":"'),
  POINTS: asciiText('","RAPoints":'),
  SOFTCORE_POINTS: asciiText(',"RASoftcorePoints":'),
  DATE_AWARDED: asciiText(',"DateAwarded":"'),
  HARDCORE: asciiText('","HardcoreMode":1}'),
  SOFTCORE: asciiText('","HardcoreMode":0}'),
};
const END = asciiText(']}');

export const getAchievementUnlocks = defineWrittenEndpoint({
  name: 'GetAchievementUnlocks',
  summary: 'Achievement Unlocks',
  description:
    'An achievement, how many players have unlocked it, and who they are, the newest unlock first.',
  tag: 'Achievement',
  documentation: 'https://api-docs.retroachievements.org/v1/get-achievement-unlocks.html',
  params: {
    a: id('The target achievement ID.'),
    c: count({ default: 50, max: 500, above: 'cut' }),
    o: offset(),
  },
  arguments: { a: 'achievementId', c: 'count', o: 'offset' },
  list: { entries: 'Unlocks', identity: 'User', total: 'UnlocksCount' },
  errors: ['not_found'],
  sentAsText: ['ID', 'Points', 'TrueRatio', 'RAPoints', 'RASoftcorePoints'],
  response: Response,
  example: {
    query: { a: '9' },
    response: {
      Achievement: {
        ID: 9,
        Title: 'That Was Easy',
        Description: 'Complete the first act in Green Hill Zone',
        Points: 4,
        TrueRatio: 4,
        Author: 'Scott',
        DateCreated: '2012-11-02 00:03:12',
        DateModified: '2023-08-08 00:36:59',
        Type: 'progression',
      },
      Console: { ID: 1, Title: 'Mega Drive' },
      Game: { ID: 1, Title: 'Sonic the Hedgehog' },
      UnlocksCount: 24272,
      UnlocksHardcoreCount: 10830,
      TotalPlayers: 27079,
      Unlocks: [
        {
          User: 'vipotaenko02',
          RAPoints: 0,
          RASoftcorePoints: 0,
          DateAwarded: '2023-10-27T00:19:05.000000Z',
          HardcoreMode: 0,
        },
      ],
    },
  },
  write: (answer: AchievementUnlocks, json) => {
    writeHead(answer, json);
    json.ascii(UNLOCKS);
    writeUnlocks(answer, json);
    json.ascii(END);
  },
});

function writeHead(answer: AchievementUnlocks, json: JsonWriter): void {
  const { achievement, system, game } = answer;
  json.ascii(ACHIEVEMENT.ID).integer(achievement.id);
  json.ascii(ACHIEVEMENT.TITLE).text(achievement.title);
  json.ascii(ACHIEVEMENT.DESCRIPTION).text(achievement.description);
  json.ascii(ACHIEVEMENT.POINTS).integer(achievement.points);
  json.ascii(ACHIEVEMENT.TRUE_RATIO).integer(achievement.trueRatio);
  json.ascii(ACHIEVEMENT.AUTHOR).text(achievement.author);
  json.ascii(ACHIEVEMENT.AUTHOR_ULID).textOrNull(achievement.authorUlid);
  json.ascii(ACHIEVEMENT.DATE_CREATED).plainDate(achievement.createdAt);
  json.ascii(ACHIEVEMENT.DATE_MODIFIED).plainDate(achievement.modifiedAt);
  json.ascii(ACHIEVEMENT.TYPE).textOrNull(achievement.kind);
  json.ascii(CONSOLE.ID).integer(system.id).ascii(CONSOLE.TITLE).text(system.name);
  json.ascii(GAME.ID).integer(game.id).ascii(GAME.TITLE).text(game.title);
  json.ascii(COUNTS.UNLOCKS).integer(answer.unlocksCount);
  json.ascii(COUNTS.HARDCORE).integer(answer.unlocksHardcoreCount);
  json.ascii(COUNTS.PLAYERS).integer(answer.totalPlayers);
}

function writeUnlocks({ unlocks, players }: AchievementUnlocks, json: JsonWriter): void {
  let row = 0;
  for (const { awardedAt, hardcore } of unlocks) {
    json.ascii(row === 0 ? UNLOCK.FIRST_USER : UNLOCK.NEXT_USER);
    players.writeUsername(row, json);
    json.ascii(UNLOCK.ULID);
    players.writeUlid(row, json);
    json.ascii(UNLOCK.POINTS).integer(players.pointsHardcore(row));
    json.ascii(UNLOCK.SOFTCORE_POINTS).integer(players.pointsSoftcore(row));
    json.ascii(UNLOCK.DATE_AWARDED).zuluDate(awardedAt);
    json.ascii(hardcore ? UNLOCK.HARDCORE : UNLOCK.SOFTCORE);
    row += 1;
  }
}
