import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AWARD_ORDER, trophiesOf } from './trophies.ts';

type Award = Parameters<typeof trophiesOf>[0][number];

function award(awardData: number, awardType: Award['awardType'], awardDataExtra: number, day: number): Award {
  const awardedAt = `2023-10-${String(day).padStart(2, '0')}T00:00:00+00:00`;
  return { awardData, awardType, awardDataExtra, awardedAt, title: 'T', consoleName: 'S', imageIcon: '/i' };
}

const shown = (...awards: Award[]) =>
  trophiesOf(awards).map(({ gameId, kind, at }) => `${gameId} ${kind} ${at.slice(8, 10)}`);

it('shows a game once, with its highest award, whichever came first', () => {
  expect(
    shown(
      award(1, 'Game Beaten', 1, 1),
      award(1, 'Mastery/Completion', 1, 2),
      award(2, 'Mastery/Completion', 0, 3),
      award(2, 'Game Beaten', 1, 9),
      award(3, 'Game Beaten', 0, 4),
    ),
  ).toEqual(['3 beaten-softcore 04', '2 completed 03', '1 mastered 02']);
});

it('leaves out what is not for a game', () => {
  expect(shown(award(1, 'Patreon Supporter', 0, 1))).toEqual([]);
});

it('has one for each game, the newest first', () => {
  const awards = fc.array(
    fc
      .tuple(
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('Game Beaten', 'Mastery/Completion'),
        fc.integer({ min: 0, max: 1 }),
        fc.integer({ min: 1, max: 31 }),
      )
      .map((of) => award(...of)),
  );
  fc.assert(
    fc.property(awards, (all) => {
      const trophies = trophiesOf(all);
      expect(new Set(trophies.map(({ gameId }) => gameId))).toEqual(
        new Set(all.map(({ awardData }) => awardData)),
      );
      expect(trophies.map(({ at }) => at)).toEqual(
        trophies
          .map(({ at }) => at)
          .toSorted()
          .toReversed(),
      );
      for (const { gameId, kind } of trophies) {
        const one = trophiesOf(all.filter(({ awardData }) => awardData === gameId));
        expect(one.map((of) => AWARD_ORDER.indexOf(of.kind))).toEqual([AWARD_ORDER.indexOf(kind)]);
      }
    }),
  );
});
