import fc from 'fast-check';
import type { AchievementKind, AchievementSet } from '../catalogue.ts';
import { recordInLedger, type UnlockEvent } from '../ledger.ts';
import type { GameLedger } from '../progress.ts';

/** An unlock of one player in one game. */
export interface GameUnlock extends UnlockEvent {
  readonly achievementId: number;
}

const LARGEST_SET = 8;

/** Few times, around 1970 as well as later, so that they tie and collide. */
export const arbitraryTime: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.integer({ min: 1_700_000_000, max: 1_700_000_012 }),
);

export const arbitraryKind: fc.Arbitrary<AchievementKind | null> = fc.constantFrom(
  'progression',
  'win_condition',
  'missable',
  null,
);

/** Sets of up to 8 achievements with the ids 1, 2, …, of all kinds, promoted or not. */
export const arbitrarySet: fc.Arbitrary<AchievementSet> = fc
  .array(
    fc.record({
      points: fc.integer({ min: 0, max: 100 }),
      kind: arbitraryKind,
      promoted: fc.oneof({ arbitrary: fc.constant(true), weight: 3 }, fc.boolean()),
    }),
    { maxLength: LARGEST_SET },
  )
  .map((facts) => facts.map((fact, index) => ({ id: index + 1, ...fact })));

const arbitraryUnlock = fc.record({
  achievementId: fc.integer({ min: 1, max: LARGEST_SET + 1 }),
  at: arbitraryTime,
  hardcore: fc.boolean(),
});

/** One unlock of everything that a set may hold: what awards are made of, and what chance rarely makes. */
const arbitrarySweep = fc
  .tuple(
    fc.array(fc.tuple(arbitraryTime, fc.boolean()), { minLength: LARGEST_SET, maxLength: LARGEST_SET }),
    fc.constantFrom('mixed', 'hardcore'),
  )
  .map(([unlocks, mode]) =>
    unlocks.map(([at, hardcore], index) => ({
      achievementId: index + 1,
      at,
      hardcore: hardcore || mode === 'hardcore',
    })),
  );

/** Unlocks of one player in one game, some of them of achievements that no {@link arbitrarySet} has. */
export const arbitraryUnlocks: fc.Arbitrary<readonly GameUnlock[]> = fc
  .tuple(fc.array(arbitraryUnlock, { maxLength: 16 }), fc.option(arbitrarySweep, { nil: [] }))
  .map(([single, sweep]) => [...single, ...sweep]);

/** The ledger after these unlocks, recorded one after another. */
export function ledgerOf(unlocks: Iterable<GameUnlock>): GameLedger {
  const ledger = new Map<number, ReturnType<typeof recordInLedger>>();
  for (const unlock of unlocks) {
    ledger.set(unlock.achievementId, recordInLedger(ledger.get(unlock.achievementId), unlock));
  }
  return ledger;
}
