import { Type } from 'typebox';
import { type AwardKind, AwardKindName } from '../award-kinds.ts';
import { OffsetDate } from '../dates.ts';
import { defineWrittenEndpoint } from '../endpoint.ts';
import { asciiText, type JsonWriter } from '../json-writer.ts';
import { count, offset, user } from '../params.ts';
import { Amount, Id, nullable } from '../schemas.ts';
import { WrittenOnce } from '../written-once.ts';

/** What a list says of each game, whoever has played it. */
export interface ListedGame {
  readonly id: number;
  readonly title: string;
  /** The path of a picture: `/Images/074560.png`. */
  readonly icon: string;
  readonly systemId: number;
  readonly systemName: string;
  readonly promotedCount: number;
}

/** A page of the games that a user has played. Times are whole seconds since 1970. */
export interface UserCompletionProgress {
  /** How many games there are on all pages. */
  readonly total: number;
  readonly games: readonly {
    /** The same object each time, as long as nothing of it changes: what is written of it is kept. */
    readonly game: ListedGame;
    readonly achieved: number;
    readonly achievedHardcore: number;
    readonly lastAwardedAt: number;
    readonly highestAward: { readonly kind: AwardKind; readonly at: number } | null;
  }[];
}

const Game = Type.Object({
  GameID: Id,
  Title: Type.String(),
  ImageIcon: Type.String({ description: 'The path of the icon on this server.' }),
  ConsoleID: Id,
  ConsoleName: Type.String(),
  MaxPossible: Type.Integer({ minimum: 0, description: 'How many achievements the game has.' }),
  NumAwarded: Amount,
  NumAwardedHardcore: Amount,
  MostRecentAwardedDate: OffsetDate,
  HighestAwardKind: nullable(AwardKindName),
  HighestAwardDate: nullable(OffsetDate),
});

const COUNT = asciiText('{"Count":');
const TOTAL = asciiText(',"Total":');
const RESULTS = asciiText(',"Results":[');
const NEXT = asciiText(',');
const GAME = {
  ID: asciiText('{"GameID":'),
  TITLE: asciiText(',"Title":'),
  ICON: asciiText(',"ImageIcon":'),
  SYSTEM_ID: asciiText(',"ConsoleID":'),
  SYSTEM_NAME: asciiText(',"ConsoleName":'),
  MAX_POSSIBLE: asciiText(',"MaxPossible":'),
  ACHIEVED: asciiText(',"NumAwarded":'),
  ACHIEVED_HARDCORE: asciiText(',"NumAwardedHardcore":'),
  LAST_AWARDED: asciiText(',"MostRecentAwardedDate":"'),
};
const AWARD = {
  NONE: asciiText('","HighestAwardKind":null,"HighestAwardDate":null}'),
  'beaten-softcore': asciiText('","HighestAwardKind":"beaten-softcore","HighestAwardDate":"'),
  'beaten-hardcore': asciiText('","HighestAwardKind":"beaten-hardcore","HighestAwardDate":"'),
  completed: asciiText('","HighestAwardKind":"completed","HighestAwardDate":"'),
  mastered: asciiText('","HighestAwardKind":"mastered","HighestAwardDate":"'),
  END: asciiText('"}'),
};
const END = asciiText(']}');

/** What each row says of its game: the same for all who have played it. */
const beginnings = new WrittenOnce<ListedGame>((game, json) => {
  json.ascii(GAME.ID).integer(game.id).ascii(GAME.TITLE).text(game.title).ascii(GAME.ICON).text(game.icon);
  json.ascii(GAME.SYSTEM_ID).integer(game.systemId).ascii(GAME.SYSTEM_NAME).text(game.systemName);
  json.ascii(GAME.MAX_POSSIBLE).integer(game.promotedCount).ascii(GAME.ACHIEVED);
});

export const getUserCompletionProgress = defineWrittenEndpoint({
  name: 'GetUserCompletionProgress',
  summary: 'User Completion Progress',
  description:
    'Every game that a user has played, with their progress and highest award, the most recently played first.',
  tag: 'User',
  documentation: 'https://api-docs.retroachievements.org/v1/get-user-completion-progress.html',
  params: {
    u: user('The target username or ULID.'),
    c: count({ default: 100, max: 500, above: 'refuse' }),
    o: offset(),
  },
  arguments: { u: 'username', c: 'count', o: 'offset' },
  list: { entries: 'Results', identity: 'GameID', total: 'Total' },
  response: Type.Object({
    Count: Type.Integer({ minimum: 0, description: 'How many games are in this response.' }),
    Total: Type.Integer({ minimum: 0, description: 'How many games there are.' }),
    Results: Type.Array(Game),
  }),
  example: {
    query: { u: 'MaxMilyin' },
    response: {
      Count: 100,
      Total: 1287,
      Results: [
        {
          GameID: 20246,
          Title: '~Hack~ Knuckles the Echidna in Sonic the Hedgehog',
          ImageIcon: '/Images/074560.png',
          ConsoleID: 1,
          ConsoleName: 'Mega Drive / Genesis',
          MaxPossible: 0,
          NumAwarded: 0,
          NumAwardedHardcore: 0,
          MostRecentAwardedDate: '2023-10-27T02:52:34+00:00',
          HighestAwardKind: 'beaten-hardcore',
          HighestAwardDate: '2023-10-27T02:52:34+00:00',
        },
      ],
    },
  },
  write: ({ total, games }: UserCompletionProgress, json) => {
    json.ascii(COUNT).integer(games.length).ascii(TOTAL).integer(total).ascii(RESULTS);
    const beginning = beginnings.of(games.map(({ game }) => game));
    for (const [index, row] of games.entries()) {
      if (index > 0) json.ascii(NEXT);
      beginning.writeTo(json, index);
      writeStanding(row, json);
    }
    json.ascii(END);
  },
});

function writeStanding(row: UserCompletionProgress['games'][number], json: JsonWriter): void {
  json.integer(row.achieved).ascii(GAME.ACHIEVED_HARDCORE).integer(row.achievedHardcore);
  json.ascii(GAME.LAST_AWARDED).offsetDate(row.lastAwardedAt);
  const { highestAward: award } = row;
  if (award === null) json.ascii(AWARD.NONE);
  else json.ascii(AWARD[award.kind]).offsetDate(award.at).ascii(AWARD.END);
}
