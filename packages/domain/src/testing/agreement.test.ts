import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AWARD_KINDS, type Awards, highestAward, mergeAwards } from '../awards.ts';
import { distributionOf } from '../distribution.ts';
import { awardedAt, type LedgerEntry, recordInLedger } from '../ledger.ts';
import { pointsOf } from '../progress.ts';
import { listedAt, type Standing, standingOf } from '../standing.ts';
import { trueRatio } from '../true-ratio.ts';
import type { WorldRecord } from '../world.ts';
import { arbitraryWorld } from './arbitrary-world.ts';
import { type RecordedPlayer, RecordedWorld } from './recorded-world.ts';
import { WorldModel } from './world-model.ts';

/** The same world by the functions of the domain, derived step by step as a store would. */
class DerivedWorld {
  readonly recorded = new RecordedWorld();
  readonly #ledgers = new Map<number, Map<number, LedgerEntry>>();
  readonly #awards = new Map<string, Awards>();
  readonly #masteryMinimum: number;

  constructor(masteryMinimum: number) {
    this.#masteryMinimum = masteryMinimum;
  }

  import(records: readonly WorldRecord[]): void {
    for (const record of records) {
      this.recorded.add(record);
      if (record.type === 'unlock') {
        const ledger = this.ledger(this.recorded.knownPlayer(record.user));
        ledger.set(record.achievementId, recordInLedger(ledger.get(record.achievementId), record));
      } else if (record.type === 'award') {
        const key = `${this.recorded.knownPlayer(record.user).id} ${record.gameId}`;
        this.#awards.set(key, mergeAwards(this.#awards.get(key) ?? {}, { [record.kind]: record.at }));
      }
    }
    for (const player of this.recorded.players()) {
      for (const gameId of this.recorded.gameIds) {
        this.#awards.set(`${player.id} ${gameId}`, this.standing(player, gameId).awards);
      }
    }
  }

  ledger(player: RecordedPlayer): Map<number, LedgerEntry> {
    const ledger = this.#ledgers.get(player.id) ?? new Map<number, LedgerEntry>();
    this.#ledgers.set(player.id, ledger);
    return ledger;
  }

  set(gameId: number) {
    return [...this.recorded.achievements.values()].filter((achievement) => achievement.gameId === gameId);
  }

  standing(player: RecordedPlayer, gameId: number): Standing {
    const held = this.#awards.get(`${player.id} ${gameId}`) ?? {};
    return standingOf(this.set(gameId), this.ledger(player), held, this.#masteryMinimum);
  }

  /** The progress of each tracked player in a game. */
  trackedProgress(gameId: number) {
    const tracked = this.recorded.players().filter((player) => !player.untracked);
    return tracked.map((player) => this.standing(player, gameId).progress);
  }
}

function expectSamePlayer(player: RecordedPlayer, derived: DerivedWorld, model: WorldModel): void {
  const standings = [...derived.recorded.gameIds].map((gameId) => ({
    gameId,
    size: derived.set(gameId).filter((achievement) => achievement.promoted).length,
    ...derived.standing(player, gameId),
  }));

  for (const { gameId, size, progress, awards } of standings) {
    const { achieved, score, achievedHardcore, scoreHardcore } = progress;
    const counts = { achieved, score, achievedHardcore, scoreHardcore };
    expect(model.userProgress(player.username, [gameId])).toMatchObject([
      { gameId, possibleAchievements: size, ...counts },
    ]);
    const held = AWARD_KINDS.flatMap((kind) =>
      awards[kind] === undefined ? [] : [{ kind, at: awards[kind] }],
    );
    expect(model.awards(player.username, gameId)).toEqual(held);
  }

  const points = standings.map(({ progress }) => pointsOf(progress));
  expect(model.points(player.username)).toEqual({
    hardcore: points.reduce((sum, { hardcore }) => sum + hardcore, 0),
    softcore: points.reduce((sum, { softcore }) => sum + softcore, 0),
  });

  const rows = standings.flatMap((standing) => {
    const lastAwardedAt = listedAt(standing);
    if (lastAwardedAt === null) return [];
    const { achieved, achievedHardcore } = standing.progress;
    const { gameId, size, awards } = standing;
    const row = { gameId, maxPossible: size, achieved, achievedHardcore, lastAwardedAt };
    return [{ ...row, highestAward: highestAward(awards) }];
  });
  rows.sort((a, b) => b.lastAwardedAt - a.lastAwardedAt || a.gameId - b.gameId);
  expect(model.completionProgress(player.username)).toEqual(rows);
}

function expectSameGame(gameId: number, derived: DerivedWorld, model: WorldModel): void {
  const progress = derived.trackedProgress(gameId);
  for (const [count, promoted, hardcore] of [
    ['achieved', true, false],
    ['achievedHardcore', true, true],
    ['unpromoted', false, false],
    ['unpromotedHardcore', false, true],
  ] as const) {
    const groups = Map.groupBy(progress, (one) => one[count]);
    const buckets = [...groups].map(([achieved, { length }]) => ({ achieved, players: length }));
    const size = derived.set(gameId).filter((achievement) => achievement.promoted === promoted).length;
    expect(model.distribution(gameId, promoted, hardcore)).toEqual(distributionOf(size, buckets));
  }

  const hardcorePlayers = progress.filter((one) => one.achievedHardcore > 0).length;
  const tracked = derived.recorded.players().filter((player) => !player.untracked);
  for (const { id, points } of derived.set(gameId)) {
    const unlocks = tracked.flatMap((player) => {
      const entry = derived.ledger(player).get(id);
      return entry === undefined ? [] : [{ player, entry, at: awardedAt(entry) }];
    });
    unlocks.sort((a, b) => b.at - a.at || b.player.id - a.player.id);
    const hardcoreUnlocks = unlocks.filter(({ entry }) => entry.hardcoreAt !== null).length;
    expect(model.achievementUnlocks(id)).toMatchObject({
      unlocksCount: unlocks.length,
      unlocksHardcoreCount: hardcoreUnlocks,
      totalPlayers: progress.filter((one) => one.achieved > 0).length,
      trueRatio: trueRatio(points, hardcorePlayers, hardcoreUnlocks),
      unlocks: unlocks.map(({ player, entry, at }) => ({
        username: player.username,
        awardedAt: at,
        hardcore: entry.hardcoreAt !== null,
      })),
    });
  }
}

describe('the rules of the domain and the model of a world', () => {
  it('agree on every world, after each import', () => {
    fc.assert(
      fc.property(arbitraryWorld, fc.constantFrom(1, 3, 6), ({ start, changes }, masteryMinimum) => {
        const derived = new DerivedWorld(masteryMinimum);
        const model = new WorldModel(masteryMinimum);
        for (const records of [start, ...changes]) {
          derived.import(records);
          for (const record of records) model.apply(record);
          model.endImport();
          for (const player of derived.recorded.players()) expectSamePlayer(player, derived, model);
          for (const gameId of derived.recorded.gameIds) expectSameGame(gameId, derived, model);
        }
      }),
    );
  });
});
