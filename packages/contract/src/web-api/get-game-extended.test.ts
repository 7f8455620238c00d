import fc from 'fast-check';
import { Clean, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import { type GameExtended, getGameExtended } from './get-game-extended.ts';

const { params, present, response, example } = getGameExtended;

type Game = NonNullable<GameExtended>;

const thatWasEasy: Game['achievements'][number] = {
  id: 9,
  title: 'That Was Easy',
  description: 'Complete the first act in Green Hill Zone',
  points: 3,
  trueRatio: 3,
  kind: 'progression',
  author: 'Scott',
  authorUlid: '00003EMFWR7XB8SDPEHB3K56ZQ',
  badge: '250336',
  order: 1,
  triggerMd5: '22c9d5e2cd7571df18a1a1b43dfe1fea',
  createdAt: 1_351_814_592,
  modifiedAt: 1_691_455_019,
  unlocks: 24_273,
  unlocksHardcore: 10_831,
};

const sonic: Game = {
  id: 1,
  title: 'Sonic the Hedgehog',
  systemId: 1,
  systemName: 'Mega Drive',
  icon: '/Images/067895.png',
  imageTitle: '/Images/054993.png',
  imageIngame: '/Images/000010.png',
  imageBoxArt: '/Images/051872.png',
  publisher: '',
  developer: '',
  genre: '',
  released: '1992-06-02',
  richPresenceMd5: 'cce60593880d25c97797446ed33eaffb',
  modifiedAt: 1_703_685_074,
  players: 27_080,
  achievements: [thatWasEasy],
};

const id = fc.integer({ min: 1, max: 2_147_483_647 });
const amount = fc.nat();
const at = fc.nat(253_402_300_799);
const md5 = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });
const games: fc.Arbitrary<Game> = fc
  .record({
    id,
    richPresenceMd5: md5,
    modifiedAt: fc.option(at),
    players: amount,
    achievements: fc.uniqueArray(
      fc.record({
        id,
        title: fc.string(),
        description: fc.string(),
        points: amount,
        trueRatio: amount,
        kind: fc.constantFrom('progression', 'win_condition', 'missable', null),
        author: fc.string(),
        authorUlid: fc.constantFrom(null, '01ARZ3NDEKTSV4RRFFQ69G5FAV'),
        badge: fc.string(),
        order: fc.integer(),
        triggerMd5: md5,
        createdAt: at,
        modifiedAt: at,
        unlocks: amount,
        unlocksHardcore: amount,
      }),
      { selector: (achievement) => achievement.id },
    ),
  })
  .map((game) => ({ ...sonic, ...game }));

describe('GetGameExtended', () => {
  it('presents the documented example, to the letter, without a forum', () => {
    // The page leaves 22 of its 23 achievements out.
    const documented = { ...example.response, ForumTopicID: null, NumAchievements: 1 };
    expect(JSON.stringify(present(sonic), null, 1)).toBe(JSON.stringify(documented, null, 1));
  });

  it('presents no game as an empty object, and no achievements as one', () => {
    expect(JSON.stringify(present(undefined))).toBe('{}');
    expect(Errors(response, {})).toEqual([]);
    expect(present({ ...sonic, achievements: [] })).toMatchObject({ NumAchievements: 0, Achievements: {} });
  });

  it('presents what there is not with nulls, and a badge that emulators can name', () => {
    const sent = present({
      ...sonic,
      released: null,
      modifiedAt: null,
      achievements: [{ ...thatWasEasy, kind: null, authorUlid: null, badge: '' }],
    });
    expect(sent).toMatchObject({ Released: null, ReleasedAtGranularity: null, Updated: null });
    expect(sent).toMatchObject({ Achievements: { 9: { type: null, AuthorULID: null, BadgeName: 'a9' } } });
  });

  it('presents nothing but what its contract promises', () => {
    fc.assert(
      fc.property(games, (game) => {
        const sent = present(game);
        expect(Errors(response, sent)).toEqual([]);
        expect(Clean(response, structuredClone(sent))).toEqual(sent);
        for (const achievement of game.achievements) {
          expect(sent).toMatchObject({
            Achievements: {
              [achievement.id]: {
                ID: achievement.id,
                Points: achievement.points,
                TrueRatio: achievement.trueRatio,
                DisplayOrder: achievement.order,
                NumAwarded: achievement.unlocks,
                NumAwardedHardcore: achievement.unlocksHardcore,
                MemAddr: achievement.triggerMd5,
              },
            },
          });
        }
      }),
    );
  });

  it('reads its parameters as documented', () => {
    expect(parseQuery(params, { i: '14402' })).toEqual({ ok: true, value: { i: 14_402, f: 3 } });
    expect(parseQuery(params, { i: '14402', f: '5' })).toMatchObject({ value: { f: 5 } });
    expect(parseQuery(params, { f: '4' })).toEqual({
      ok: false,
      errors: { i: ['The i field is required.'], f: ['The f field must be 3 or 5.'] },
    });
  });
});
