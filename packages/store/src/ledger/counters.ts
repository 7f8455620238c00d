import { type Awards, awardedAt, type LedgerEntry, type Progress, pointsOf } from '@laurel/domain';
import { sql } from 'kysely';
import { bulkInsert } from '../bulk.ts';
import type { WriteSession } from '../engine/engine.ts';
import type { DistributionTable } from '../schema.ts';
import { statement } from '../statement.ts';
import { AwardMovements } from './award-counts.ts';
import type { LedgerRules } from './ledger-rules.ts';
import { BandMovements } from './points-bands.ts';
import { moveInBlocks, type UnlockMove } from './unlock-blocks.ts';

/** How the unlock list of an achievement moved. */
interface ListMovement {
  unlocks: number;
  hardcore: number;
  readonly moves: UnlockMove[];
}

/** What the numbers of a player and a game count of one standing. */
export interface Counted {
  readonly progress: Progress;
  /** Whether the game is in the completion progress of the player. */
  readonly listed: boolean;
}

/**
 * Gathers by how much the numbers of achievements, games and players move, and moves them together.
 * It grows with the catalogue and with the players between two calls of `write`, not with the ledger.
 */
export class Movements {
  readonly #players = new Map<number, { hardcore: number; softcore: number; games: number }>();
  readonly #achievements = new Map<number, ListMovement>();
  readonly #games = new Map<number, { players: number; hardcore: number }>();
  readonly #buckets = new Map<string, DistributionTable>();
  readonly #awards = new AwardMovements();
  readonly #bands = new BandMovements();

  /** How many players and buckets have moved. */
  get size(): number {
    return this.#players.size + this.#buckets.size;
  }

  /** Moves what follows from a standing: of its player always, of its game if the player is tracked. */
  add(
    key: { readonly playerId: number; readonly gameId: number },
    before: Counted,
    after: Counted,
    tracked: boolean,
  ): void {
    this.#addToPlayer(key.playerId, before, after);
    if (tracked) this.addToGame(key.gameId, before.progress, after.progress);
  }

  /** Moves the unlock list of an achievement, and its counts, after the entry of a tracked player changed. */
  addToList(
    { playerId, achievementId }: { readonly playerId: number; readonly achievementId: number },
    before: LedgerEntry | undefined,
    after: LedgerEntry,
  ): void {
    const list = this.#achievements.get(achievementId) ?? { unlocks: 0, hardcore: 0, moves: [] };
    this.#achievements.set(achievementId, list);
    if (before === undefined) list.unlocks += 1;
    if (after.hardcoreAt !== null && (before?.hardcoreAt ?? null) === null) list.hardcore += 1;
    const [from, to] = [before && awardedAt(before), awardedAt(after)];
    if (from === to) return;
    if (from !== undefined) list.moves.push({ at: from, playerId, by: -1 });
    list.moves.push({ at: to, playerId, by: 1 });
  }

  /** Moves the counts of awards after those of a tracked player for a game changed. */
  addToAwards(before: Awards, after: Awards): void {
    this.#awards.add(before, after);
  }

  /** Moves the bands of points after the hardcore points of a tracked player changed. */
  addToBands(from: number, to: number): void {
    this.#bands.add(from, to);
  }

  /** Moves the player counts and the distribution of a game after a tracked player's progress changed. */
  addToGame(gameId: number, before: Progress, after: Progress): void {
    const players = has(after.achieved) - has(before.achieved);
    const hardcore = has(after.achievedHardcore) - has(before.achievedHardcore);
    if (players !== 0 || hardcore !== 0) {
      const game = this.#games.get(gameId) ?? { players: 0, hardcore: 0 };
      this.#games.set(gameId, { players: game.players + players, hardcore: game.hardcore + hardcore });
    }
    this.#move(gameId, 1, 0, before.achieved, after.achieved);
    this.#move(gameId, 1, 1, before.achievedHardcore, after.achievedHardcore);
    this.#move(gameId, 0, 0, before.unpromoted, after.unpromoted);
    this.#move(gameId, 0, 1, before.unpromotedHardcore, after.unpromotedHardcore);
  }

  /**
   * Writes what was gathered, in an order in which two writers do not wait for each other. The standings are
   * written already.
   */
  async write(
    session: WriteSession,
    { unlockBlockSize }: Pick<LedgerRules, 'unlockBlockSize'>,
  ): Promise<void> {
    const lists = inOrder(this.#achievements);
    // Sent at once, and done by the database in this order: none of them needs what another one gives.
    const [counts] = await Promise.all([
      // Also when nothing is added: until the end, whoever else moves such a list waits here.
      session.each(
        addUnlocks,
        lists.map(([achievementId, { unlocks, hardcore }]) => ({ achievementId, unlocks, hardcore })),
      ),
      session.each(
        addToPlayer,
        inOrder(this.#players).map(([playerId, change]) => ({ playerId, ...change })),
      ),
      session.each(
        addToGame,
        inOrder(this.#games).map(([gameId, change]) => ({ gameId, ...change })),
      ),
      movePlayers(session, this.#movedBuckets()),
      this.#awards.write(session),
      this.#bands.write(session),
    ]);
    for (const [index, [achievementId, { moves }]] of lists.entries()) {
      await moveInBlocks(session, achievementId, moves, counts[index]?.[0]?.unlocks ?? 0, unlockBlockSize);
    }
    this.#players.clear();
    this.#achievements.clear();
    this.#games.clear();
    this.#buckets.clear();
  }

  #movedBuckets(): DistributionTable[] {
    const moved = [...this.#buckets].filter(([, { players }]) => players !== 0);
    return moved.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, bucket]) => bucket);
  }

  #addToPlayer(playerId: number, before: Counted, after: Counted): void {
    const [from, to] = [pointsOf(before.progress), pointsOf(after.progress)];
    const hardcore = to.hardcore - from.hardcore;
    const softcore = to.softcore - from.softcore;
    const games = Number(after.listed) - Number(before.listed);
    const isLastMoved = before.progress.lastUnlockAt !== after.progress.lastUnlockAt;
    if (hardcore === 0 && softcore === 0 && games === 0 && !isLastMoved) return;
    const player = this.#players.get(playerId) ?? { hardcore: 0, softcore: 0, games: 0 };
    this.#players.set(playerId, {
      hardcore: player.hardcore + hardcore,
      softcore: player.softcore + softcore,
      games: player.games + games,
    });
  }

  #move(game_id: number, promoted: 0 | 1, hardcore: 0 | 1, from: number, to: number): void {
    if (from === to) return;
    this.#addToBucket({ game_id, promoted, hardcore, achieved: from, players: -1 });
    this.#addToBucket({ game_id, promoted, hardcore, achieved: to, players: 1 });
  }

  #addToBucket(change: DistributionTable): void {
    if (change.achieved === 0) return;
    const name = `${change.game_id}/${change.promoted}/${change.hardcore}/${change.achieved}`;
    const bucket = this.#buckets.get(name);
    if (bucket === undefined) this.#buckets.set(name, change);
    else bucket.players += change.players;
  }
}

function inOrder<Value>(changes: ReadonlyMap<number, Value>): [number, Value][] {
  return [...changes].sort(([a], [b]) => a - b);
}

function has(count: number): number {
  return count > 0 ? 1 : 0;
}

const addUnlocks = statement<{ achievementId: number; unlocks: number; hardcore: number }>()((db, slot) =>
  db
    .updateTable('achievement')
    .set((row) => ({
      unlocks: row('unlocks', '+', slot('unlocks')),
      unlocks_hardcore: row('unlocks_hardcore', '+', slot('hardcore')),
    }))
    .where('id', '=', slot('achievementId'))
    .returning('unlocks'),
);

const addToGame = statement<{ gameId: number; players: number; hardcore: number }>()((db, slot) =>
  db
    .updateTable('game')
    .set((row) => ({
      players: row('players', '+', slot('players')),
      players_hardcore: row('players_hardcore', '+', slot('hardcore')),
    }))
    .where('id', '=', slot('gameId')),
);

const addToPlayer = statement<{ playerId: number; hardcore: number; softcore: number; games: number }>()(
  (db, slot) =>
    db
      .updateTable('player')
      .set((row) => ({
        points_hardcore: row('points_hardcore', '+', slot('hardcore')),
        points_softcore: row('points_softcore', '+', slot('softcore')),
        games_listed: row('games_listed', '+', slot('games')),
        // In the index of the completion progress; a game without an unlock is listed there by its award.
        last_unlock_at: row
          .selectFrom('player_game')
          .select('listed_at')
          .where('player_game.player_id', '=', slot('playerId'))
          .where('listed_at', 'is not', null)
          .where('achieved', '>', sql.lit(0))
          .orderBy('listed_at', 'desc')
          .limit(sql.lit(1)),
      }))
      .where('id', '=', slot('playerId')),
);

/** What is updated with each unlock that is recorded. */
export const UPDATES_OF_COUNTS = [addUnlocks, addToPlayer, addToGame];

const movePlayers = bulkInsert(
  'distribution',
  ['game_id', 'promoted', 'hardcore', 'achieved', 'players'],
  (insert) =>
    insert.onConflict((conflict) =>
      conflict.columns(['game_id', 'promoted', 'hardcore', 'achieved']).doUpdateSet((row) => ({
        players: row('distribution.players', '+', row.ref('excluded.players')),
      })),
    ),
);
