import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awardedAt, type LedgerEntry, mergeEntries, recordInLedger } from './ledger.ts';
import type { GameLedger } from './progress.ts';
import { arbitraryTime, arbitraryUnlocks, type GameUnlock, ledgerOf } from './testing/arbitrary-set.ts';

const softcore = (at: number) => ({ at, hardcore: false });
const hardcore = (at: number) => ({ at, hardcore: true });

function mergeLedgers(ledgers: Iterable<GameLedger>): GameLedger {
  const merged = new Map<number, LedgerEntry>();
  for (const ledger of ledgers) {
    for (const [id, entry] of ledger) merged.set(id, mergeEntries(merged.get(id), entry));
  }
  return merged;
}

describe('recordInLedger', () => {
  it('sets S alone for an unlock in softcore', () => {
    expect(recordInLedger(undefined, softcore(100))).toEqual({ softcoreAt: 100, hardcoreAt: null });
  });

  it('sets S and H for an unlock in hardcore', () => {
    expect(recordInLedger(undefined, hardcore(100))).toEqual({ softcoreAt: 100, hardcoreAt: 100 });
  });

  it.each([
    ['a later softcore unlock changes nothing', [hardcore(100), softcore(200)], 100, 100],
    ['an earlier softcore unlock moves S alone', [hardcore(100), softcore(50)], 50, 100],
    ['a hardcore unlock after a softcore one adds H', [softcore(100), hardcore(200)], 100, 200],
    ['an earlier hardcore unlock moves both', [softcore(100), hardcore(200), hardcore(50)], 50, 50],
    ['a hardcore unlock between S and H moves H alone', [softcore(1), hardcore(9), hardcore(5)], 1, 5],
    ['the time 0 is a time like any other', [hardcore(100), hardcore(0)], 0, 0],
  ])('%s', (_, unlocks, softcoreAt, hardcoreAt) => {
    const entry = unlocks.reduce<LedgerEntry | undefined>(recordInLedger, undefined);
    expect(entry).toEqual({ softcoreAt, hardcoreAt });
  });

  it('is idempotent: what is recorded already changes nothing', () => {
    fc.assert(
      fc.property(arbitraryUnlocks, (unlocks) => {
        expect(ledgerOf([...unlocks, ...unlocks])).toEqual(ledgerOf(unlocks));
      }),
    );
  });

  it('gives the same ledger for any order and any split of the same unlocks', () => {
    const ranked = arbitraryUnlocks.chain((unlocks) =>
      fc.tuple(
        fc.constant(unlocks),
        fc.shuffledSubarray([...unlocks], { minLength: unlocks.length }),
        fc.array(fc.nat({ max: 3 }), { minLength: unlocks.length, maxLength: unlocks.length }),
      ),
    );
    fc.assert(
      fc.property(ranked, ([unlocks, shuffled, batchNumbers]) => {
        const batches = Map.groupBy(shuffled, (_: GameUnlock, index: number) => batchNumbers[index]);
        expect(ledgerOf(shuffled)).toEqual(ledgerOf(unlocks));
        expect(mergeLedgers([...batches.values()].map(ledgerOf))).toEqual(ledgerOf(unlocks));
      }),
    );
  });

  it('holds the earliest time of any mode and the earliest in hardcore', () => {
    const events = fc.array(fc.record({ at: arbitraryTime, hardcore: fc.boolean() }), { minLength: 1 });
    fc.assert(
      fc.property(events, (unlocks) => {
        const inHardcore = unlocks.filter((unlock) => unlock.hardcore).map((unlock) => unlock.at);
        expect(unlocks.reduce<LedgerEntry | undefined>(recordInLedger, undefined)).toEqual({
          softcoreAt: Math.min(...unlocks.map((unlock) => unlock.at)),
          hardcoreAt: inHardcore.length === 0 ? null : Math.min(...inHardcore),
        });
      }),
    );
  });

  it('never holds an S later than H: hardcore implies softcore', () => {
    fc.assert(
      fc.property(arbitraryUnlocks, (unlocks) => {
        for (const { softcoreAt, hardcoreAt } of ledgerOf(unlocks).values()) {
          expect(softcoreAt).toBeLessThanOrEqual(hardcoreAt ?? softcoreAt);
        }
      }),
    );
  });
});

describe('awardedAt', () => {
  it('is H where there is one', () => {
    expect(awardedAt({ softcoreAt: 100, hardcoreAt: 200 })).toBe(200);
    expect(awardedAt({ softcoreAt: -5, hardcoreAt: 0 })).toBe(0);
  });

  it('is S without H', () => {
    expect(awardedAt({ softcoreAt: 100, hardcoreAt: null })).toBe(100);
  });
});
