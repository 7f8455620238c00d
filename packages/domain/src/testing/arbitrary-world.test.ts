import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AWARD_KINDS } from '../awards.ts';
import { type ArbitraryWorld, arbitraryWorld } from './arbitrary-world.ts';
import { RecordedWorld } from './recorded-world.ts';
import { WorldModel } from './world-model.ts';

const SAMPLE = fc.sample(arbitraryWorld, { seed: 1, numRuns: 200 });

function recordsOf({ start, changes }: ArbitraryWorld) {
  return [...start, ...changes.flat()];
}

describe('arbitraryWorld', () => {
  it('makes records that refer only to what stands before them', () => {
    fc.assert(
      fc.property(arbitraryWorld, (world) => {
        const recorded = new RecordedWorld();
        for (const record of recordsOf(world)) recorded.add(record);
        expect(recorded.gameIds.size).toBeGreaterThanOrEqual(2);
        expect(recorded.players().length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it.each(AWARD_KINDS)('makes worlds in which %s is earned', (kind) => {
    const earnedIn = SAMPLE.filter((world) => {
      const model = new WorldModel();
      const records = recordsOf(world).filter((record) => record.type !== 'award');
      for (const record of records) model.apply(record);
      model.endImport();
      const users = new Set(records.flatMap((record) => (record.type === 'user' ? record.username : [])));
      const games = new Set(records.flatMap((record) => (record.type === 'game' ? record.id : [])));
      return [...users].some((user) =>
        [...games].some((game) => model.awards(user, game).some((award) => award.kind === kind)),
      );
    });
    expect(earnedIn.length).toBeGreaterThan(10);
  });

  it('makes worlds in which later imports untrack, demote and retype', () => {
    const later = SAMPLE.flatMap(({ changes }) => changes.flat());
    expect(later.some((record) => record.type === 'user' && record.untracked === true)).toBe(true);
    expect(later.some((record) => record.type === 'achievement' && record.promoted === false)).toBe(true);
    expect(later.some((record) => record.type === 'achievement' && record.kind === null)).toBe(true);
    expect(later.some((record) => record.type === 'award')).toBe(true);
  });
});
