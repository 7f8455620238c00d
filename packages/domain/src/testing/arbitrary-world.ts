import fc from 'fast-check';
import { AWARD_KINDS } from '../awards.ts';
import type { WorldRecord } from '../world.ts';
import { arbitraryKind } from './arbitrary-set.ts';
import {
  type AchievementDraft,
  type Draft,
  type Spelling,
  type UserDraft,
  WorldWriter,
} from './world-draft.ts';

/** A small world and what becomes of it. Every record refers only to what stands before it. */
export interface ArbitraryWorld {
  /** Systems, games, achievements, users, and then unlocks and awards: what a first import holds. */
  readonly start: readonly WorldRecord[];
  /** Later imports, one list of records each: more unlocks and awards, changes of sets and of players. */
  readonly changes: readonly (readonly WorldRecord[])[];
}

/** Few times, so that they tie and come in any order. */
const time = fc.integer({ min: 1_700_000_000, max: 1_700_000_015 });
const index = fc.nat({ max: 29 });
const spelling = fc.constantFrom<Spelling>('as shown', 'lower', 'upper');
const points = fc.constantFrom(0, 1, 2, 3, 5, 10, 25, 50, 100);

const achievement: fc.Arbitrary<AchievementDraft> = fc.record(
  { points, kind: arbitraryKind, promoted: fc.boolean() },
  { requiredKeys: ['points'] },
);
const promoted: fc.Arbitrary<AchievementDraft> = fc.record({ points, kind: arbitraryKind });

/** Up to 8 achievements; half of the sets have at least 6 that are promoted, and can be mastered. */
const set = fc.oneof(
  fc.array(achievement, { maxLength: 8 }),
  fc
    .tuple(fc.array(promoted, { minLength: 6, maxLength: 6 }), fc.array(achievement, { maxLength: 2 }))
    .map(([six, more]) => [...more, ...six]),
);

/** Two to six users. Ids are given out of order, or assigned after the highest so far. */
const users: fc.Arbitrary<UserDraft[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
    fc.array(fc.constantFrom(undefined, false, false, true), { minLength: 2, maxLength: 6 }),
  )
  .map(([givenIds, flags]) =>
    flags.map((untracked, position) => {
      const givenId = givenIds[position];
      return {
        ...(givenId === undefined ? {} : { givenId }),
        ...(untracked === undefined ? {} : { untracked }),
      };
    }),
  );

const unlock: fc.Arbitrary<Draft> = fc.record({
  what: fc.constant('unlock' as const),
  player: index,
  achievement: index,
  at: time,
  hardcore: fc.boolean(),
  spelling,
});

const sweep: fc.Arbitrary<Draft> = fc.record({
  what: fc.constant('sweep' as const),
  player: index,
  game: index,
  at: time,
  step: fc.integer({ min: -1, max: 1 }),
  hardcore: fc.boolean(),
  // Mostly beyond the last achievement: none is spared.
  spare: fc.nat({ max: 20 }),
});

const award: fc.Arbitrary<Draft> = fc.record({
  what: fc.constant('award' as const),
  player: index,
  game: index,
  kind: fc.constantFrom(...AWARD_KINDS),
  at: time,
  spelling,
});

const change: fc.Arbitrary<Draft> = fc.record({
  what: fc.constant('change' as const),
  achievement: index,
  to: fc.record({ points, kind: arbitraryKind, promoted: fc.boolean() }, { requiredKeys: [] }),
});

const addition: fc.Arbitrary<Draft> = fc.record({
  what: fc.constant('addition' as const),
  game: index,
  achievement,
});

const tracking: fc.Arbitrary<Draft> = fc.record({
  what: fc.constant('tracking' as const),
  player: index,
  to: fc.record({ untracked: fc.boolean() }, { requiredKeys: [] }),
});

const firstUnlocks = fc.array(
  fc.oneof(
    { arbitrary: unlock, weight: 8 },
    { arbitrary: sweep, weight: 4 },
    { arbitrary: award, weight: 1 },
  ),
  { maxLength: 24 },
);

const laterImport = fc.array(
  fc.oneof(
    { arbitrary: unlock, weight: 4 },
    { arbitrary: sweep, weight: 1 },
    { arbitrary: award, weight: 1 },
    { arbitrary: change, weight: 4 },
    { arbitrary: addition, weight: 1 },
    { arbitrary: tracking, weight: 2 },
  ),
  { minLength: 1, maxLength: 4 },
);

/** Small worlds with everything in them that the rules tell apart, and up to eight later imports. */
export const arbitraryWorld: fc.Arbitrary<ArbitraryWorld> = fc
  .record({
    systems: fc.integer({ min: 1, max: 2 }),
    sets: fc.array(set, { minLength: 2, maxLength: 3 }),
    users,
    firstUnlocks,
    later: fc.array(laterImport, { maxLength: 8 }),
  })
  .map(({ systems, sets, users, firstUnlocks, later }) => {
    const writer = new WorldWriter();
    const start = [
      ...Array.from({ length: systems }, (_, position) => writer.system(position + 1)),
      ...sets.flatMap((_, game) => writer.game((game % systems) + 1)),
      ...sets.flatMap((drafts, game) => drafts.flatMap((draft) => writer.achievement(game, draft))),
      ...users.flatMap((draft) => writer.user(draft)),
      ...firstUnlocks.flatMap((draft) => writer.records(draft)),
    ];
    const changes = later.map((drafts) => drafts.flatMap((draft) => writer.records(draft)));
    return { start, changes: changes.filter((records) => records.length > 0) };
  });
