import { type LedgerEntry, listedAt, type Progress, pointsOf, type Standing } from '@laurel/domain';
import { bulkInsert } from '../bulk.ts';
import type { WriteSession } from '../engine/engine.ts';
import type { DistributionTable } from '../schema.ts';
import { statement } from '../statement.ts';

/** Moves the unlock counts of an achievement after the entry of a tracked player changed. */
export async function countForAchievement(
  session: WriteSession,
  achievementId: number,
  before: LedgerEntry | undefined,
  after: LedgerEntry,
): Promise<void> {
  const unlocks = before === undefined ? 1 : 0;
  const hardcore = after.hardcoreAt !== null && (before?.hardcoreAt ?? null) === null ? 1 : 0;
  if (unlocks > 0 || hardcore > 0) await session.all(addUnlocks, { achievementId, unlocks, hardcore });
}

/** Moves the player counts and the distribution of a game after a tracked player's progress changed. */
export async function countForGame(
  session: WriteSession,
  gameId: number,
  before: Progress,
  after: Progress,
): Promise<void> {
  const players = has(after.achieved) - has(before.achieved);
  const hardcore = has(after.achievedHardcore) - has(before.achievedHardcore);
  if (players !== 0 || hardcore !== 0) await session.all(addPlayers, { gameId, players, hardcore });
  await movePlayers(session, [
    ...move({ game_id: gameId, promoted: 1, hardcore: 0 }, before.achieved, after.achieved),
    ...move({ game_id: gameId, promoted: 1, hardcore: 1 }, before.achievedHardcore, after.achievedHardcore),
    ...move({ game_id: gameId, promoted: 0, hardcore: 0 }, before.unpromoted, after.unpromoted),
    ...move(
      { game_id: gameId, promoted: 0, hardcore: 1 },
      before.unpromotedHardcore,
      after.unpromotedHardcore,
    ),
  ]);
}

/** Moves the points of a player, and the length of their completion progress, after a standing changed. */
export async function countForPlayer(
  session: WriteSession,
  playerId: number,
  before: Standing,
  after: Standing,
): Promise<void> {
  const [from, to] = [pointsOf(before.progress), pointsOf(after.progress)];
  const hardcore = to.hardcore - from.hardcore;
  const softcore = to.softcore - from.softcore;
  const games = (listedAt(after) === null ? 0 : 1) - (listedAt(before) === null ? 0 : 1);
  if (hardcore !== 0 || softcore !== 0 || games !== 0) {
    await session.all(addToPlayer, { playerId, hardcore, softcore, games });
  }
}

const addUnlocks = statement<{ achievementId: number; unlocks: number; hardcore: number }>()((db, slot) =>
  db
    .updateTable('achievement')
    .set((row) => ({
      unlocks: row('unlocks', '+', slot('unlocks')),
      unlocks_hardcore: row('unlocks_hardcore', '+', slot('hardcore')),
    }))
    .where('id', '=', slot('achievementId')),
);

const addPlayers = statement<{ gameId: number; players: number; hardcore: number }>()((db, slot) =>
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
      }))
      .where('id', '=', slot('playerId')),
);

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

function move(
  histogram: Pick<DistributionTable, 'game_id' | 'promoted' | 'hardcore'>,
  from: number,
  to: number,
): DistributionTable[] {
  if (from === to) return [];
  return [
    { ...histogram, achieved: from, players: -1 },
    { ...histogram, achieved: to, players: 1 },
  ].filter(({ achieved }) => achieved > 0);
}

function has(count: number): number {
  return count > 0 ? 1 : 0;
}
