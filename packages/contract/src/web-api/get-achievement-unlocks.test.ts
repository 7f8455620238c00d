import fc from 'fast-check';
import { Clean, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { plainDate, zuluDate } from '../dates.ts';
import { asciiText, JsonWriter } from '../json-writer.ts';
import type { ListedPlayers } from '../listed-players.ts';
import { parseQuery } from '../query.ts';
import { type AchievementUnlocks, getAchievementUnlocks } from './get-achievement-unlocks.ts';

const { params, write, response, example } = getAchievementUnlocks;
const json = new JsonWriter();

/** The plain values behind the documented example. */
const thatWasEasy: AchievementUnlocks = {
  achievement: {
    id: 9,
    title: 'That Was Easy',
    description: 'Complete the first act in Green Hill Zone',
    points: 4,
    trueRatio: 4,
    author: 'Scott',
    authorUlid: null,
    createdAt: 1_351_814_592,
    modifiedAt: 1_691_455_019,
    kind: 'progression',
  },
  system: { id: 1, name: 'Mega Drive' },
  game: { id: 1, title: 'Sonic the Hedgehog' },
  unlocksCount: 24272,
  unlocksHardcoreCount: 10830,
  totalPlayers: 27079,
  unlocks: [{ awardedAt: 1_698_365_945, hardcore: false }],
  players: listed([
    {
      username: 'vipotaenko02',
      ulid: '00003EMFWR7XB8SDPEHB3K56ZQ',
      pointsHardcore: 0,
      pointsSoftcore: 0,
    },
  ]),
};

const id = fc.integer({ min: 1, max: 2_147_483_647 });
const amount = fc.nat();
const at = fc.nat(253_402_300_799);
const ulid = fc.ulid();
const answers = fc.record({
  achievement: fc.record({
    id,
    title: fc.string(),
    description: fc.string(),
    points: amount,
    trueRatio: amount,
    author: fc.string(),
    authorUlid: fc.option(ulid),
    createdAt: at,
    modifiedAt: at,
    kind: fc.constantFrom('progression', 'win_condition', 'missable', null),
  }),
  system: fc.record({ id, name: fc.string() }),
  game: fc.record({ id, title: fc.string() }),
  unlocksCount: amount,
  unlocksHardcoreCount: amount,
  totalPlayers: amount,
  rows: fc.array(
    fc.record({
      player: fc.record({
        username: fc.stringMatching(/^[A-Za-z0-9]{2,20}$/),
        ulid,
        pointsHardcore: amount,
        pointsSoftcore: amount,
      }),
      awardedAt: at,
      hardcore: fc.boolean(),
    }),
  ),
});

describe('GetAchievementUnlocks', () => {
  it('presents the documented example, with the later fields in their place', () => {
    expect(written(thatWasEasy)).toBe(
      JSON.stringify({
        ...example.response,
        Achievement: {
          ID: 9,
          Title: 'That Was Easy',
          Description: 'Complete the first act in Green Hill Zone',
          Points: 4,
          TrueRatio: 4,
          Author: 'Scott',
          AuthorULID: null,
          DateCreated: '2012-11-02 00:03:12',
          DateModified: '2023-08-08 00:36:59',
          Type: 'progression',
        },
        Unlocks: [
          {
            User: 'vipotaenko02',
            ULID: '00003EMFWR7XB8SDPEHB3K56ZQ',
            RAPoints: 0,
            RASoftcorePoints: 0,
            DateAwarded: '2023-10-27T00:19:05.000000Z',
            HardcoreMode: 0,
          },
        ],
      }),
    );
  });

  it('writes nothing but what its contract promises, of each what it is', () => {
    fc.assert(
      fc.property(answers, ({ rows, ...answer }) => {
        const players = listed(rows.map(({ player }) => player));
        const text = written({ ...answer, unlocks: rows, players });
        const sent = JSON.parse(text);
        expect(JSON.stringify(sent)).toBe(text);
        expect(Errors(response, sent)).toEqual([]);
        expect(Clean(response, structuredClone(sent))).toEqual(sent);
        const { achievement, system, game } = answer;
        expect(sent).toMatchObject({
          Achievement: {
            ID: achievement.id,
            Title: achievement.title,
            Description: achievement.description,
            Points: achievement.points,
            TrueRatio: achievement.trueRatio,
            Author: achievement.author,
            AuthorULID: achievement.authorUlid,
            DateCreated: plainDate(achievement.createdAt),
            DateModified: plainDate(achievement.modifiedAt),
            Type: achievement.kind,
          },
          Console: { ID: system.id, Title: system.name },
          Game: { ID: game.id, Title: game.title },
          UnlocksCount: answer.unlocksCount,
          UnlocksHardcoreCount: answer.unlocksHardcoreCount,
          TotalPlayers: answer.totalPlayers,
        });
        expect(sent.Unlocks).toEqual(
          rows.map(({ player, awardedAt, hardcore }) => ({
            User: player.username,
            ULID: player.ulid,
            RAPoints: player.pointsHardcore,
            RASoftcorePoints: player.pointsSoftcore,
            DateAwarded: zuluDate(awardedAt),
            HardcoreMode: hardcore ? 1 : 0,
          })),
        );
      }),
    );
  });

  it('reads its parameters as documented', () => {
    expect(parseQuery(params, { a: '9' })).toEqual({ ok: true, value: { a: 9, c: 50, o: 0 } });
    expect(parseQuery(params, { a: '9', c: '501', o: '3' })).toEqual({
      ok: true,
      value: { a: 9, c: 500, o: 3 },
    });
    expect(parseQuery(params, {})).toEqual({ ok: false, errors: { a: ['The a field is required.'] } });
  });
});

function written(answer: AchievementUnlocks): string {
  write(answer, json);
  return new TextDecoder().decode(json.take());
}

function listed(
  players: readonly { username: string; ulid: string; pointsHardcore: number; pointsSoftcore: number }[],
): ListedPlayers {
  return {
    pointsHardcore: (row) => players[row]?.pointsHardcore ?? 0,
    pointsSoftcore: (row) => players[row]?.pointsSoftcore ?? 0,
    writeUsername: (row, to) => to.ascii(asciiText(players[row]?.username ?? '')),
    writeUlid: (row, to) => to.ascii(asciiText(players[row]?.ulid ?? '')),
  };
}
