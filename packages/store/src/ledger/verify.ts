import { listedAt, mergeAwards, pointsOf, shownAwards, standingOf } from '@laurel/domain';
import type { Engine, Session } from '../engine/engine.ts';
import { differencesOfAwardCounts } from './award-counts.ts';
import { ExpectedCounts } from './expected-counts.ts';
import type { LedgerRules } from './ledger-rules.ts';
import { differencesOfBands } from './points-bands.ts';
import { type ScannedGame, type ScannedPlayer, scanLedger } from './scan.ts';
import { SetCache } from './set-cache.ts';
import { awardRows, standingRow } from './standing-rows.ts';
import { differencesOfBlocks } from './verify-blocks.ts';
import { differencesOfWords } from './verify-words.ts';

/** Something derived that is not what the ledger gives. */
export interface Difference {
  /** What it is of: `player 7`, `game 1`, `player 7 in game 1`, … */
  readonly where: string;
  readonly what: string;
  readonly stored: unknown;
  readonly expected: unknown;
}

export interface Verification {
  readonly players: number;
  readonly unlocks: number;
  /** How many differences there are. */
  readonly found: number;
  /** The first of them. */
  readonly differences: readonly Difference[];
}

/** How many differences are told one by one. */
const TOLD = 100;

/** Computes everything derived anew from the ledger and the catalogue, and compares (RULES.md). */
export function verifyLedger(engine: Engine, rules: LedgerRules): Promise<Verification> {
  return engine.read(async (session) => {
    const report = new Report();
    const sets = new SetCache(session);
    const counts = new ExpectedCounts();
    let players = 0;
    let unlocks = 0;
    for await (const scanned of scanLedger(session)) {
      players += 1;
      unlocks += await verifyPlayer(scanned);
    }
    await verifyCounts(session, counts, rules, report);
    return { players, unlocks, found: report.found, differences: report.differences };

    async function verifyPlayer({ player, games }: ScannedPlayer): Promise<number> {
      const expected = { points_hardcore: 0, points_softcore: 0, games_listed: 0 };
      const unlocked: number[] = [];
      let count = 0;
      for (const game of games) {
        const set = await sets.get(game.gameId);
        const standing = standingOf(set, game.unlocks, game.awards, rules.masteryMinimum);
        const points = pointsOf(standing.progress);
        expected.points_hardcore += points.hardcore;
        expected.points_softcore += points.softcore;
        if (listedAt(standing) !== null) expected.games_listed += 1;
        if (standing.progress.lastUnlockAt !== null) unlocked.push(standing.progress.lastUnlockAt);
        count += game.unlocks.size;
        if (player.untracked === 0) counts.add(game.gameId, game.unlocks, standing.progress);
        verifyStanding(player, game, standing);
      }
      const last = { last_unlock_at: unlocked.length === 0 ? null : Math.max(...unlocked) };
      report.compare(`player ${player.id}`, { ...player }, { ...expected, ...last });
      return count;
    }

    function verifyStanding(
      { id: playerId, untracked }: ScannedPlayer['player'],
      game: ScannedGame,
      standing: ReturnType<typeof standingOf>,
    ): void {
      const key = { playerId, gameId: game.gameId };
      const tracked = untracked === 0;
      const where = `player ${playerId} in game ${game.gameId}`;
      report.compare(where, { ...game.row }, { ...standingRow(key, standing) });
      const awards = mergeAwards(game.awards, standing.awards);
      const rows = (held: typeof awards) => ({ awards: awardRows(key, held, tracked) });
      report.compare(where, rows(game.awards), rows(awards));
      const listed = tracked ? shownAwards(game.awards).map(({ kind }) => kind) : [];
      report.compare(
        where,
        { 'listed awards': game.listedAwards.toSorted() },
        { 'listed awards': listed.sort() },
      );
      report.compare(where, { 'unlocks marked wrongly': game.mismarked }, { 'unlocks marked wrongly': 0 });
      for (const { achievementId, s, awardedAt } of game.misdated) {
        report.add({ where, what: `S of achievement ${achievementId}`, stored: s, expected: awardedAt });
      }
    }
  });
}

async function verifyCounts(
  session: Session,
  counts: ExpectedCounts,
  rules: LedgerRules,
  report: Report,
): Promise<void> {
  const { builder } = session;
  const achievements = await session.query(
    builder
      .selectFrom('achievement')
      .select(['id', 'game_id', 'points', 'promoted', 'unlocks', 'unlocks_hardcore']),
  );
  const sizes = new Map<
    number,
    { promoted_count: number; promoted_points: number; unpromoted_count: number }
  >();
  for (const row of achievements) {
    const { unlocks, hardcore } = counts.ofAchievement(row.id);
    report.compare(`achievement ${row.id}`, pick(row, { unlocks: 0, unlocks_hardcore: 0 }), {
      unlocks,
      unlocks_hardcore: hardcore,
    });
    const size = sizes.get(row.game_id) ?? { promoted_count: 0, promoted_points: 0, unpromoted_count: 0 };
    if (row.promoted === 1) {
      size.promoted_count += 1;
      size.promoted_points += row.points;
    } else size.unpromoted_count += 1;
    sizes.set(row.game_id, size);
  }

  const lists = achievements.map(({ id }) => ({
    achievementId: id,
    unlocks: counts.ofAchievement(id).unlocks,
  }));
  for (const difference of await differencesOfBlocks(session, lists, rules.unlockBlockSize)) {
    report.add(difference);
  }

  for (const difference of await differencesOfAwardCounts(session)) report.add(difference);
  for (const difference of await differencesOfBands(session)) report.add(difference);
  for (const difference of await differencesOfWords(session)) report.add(difference);

  const leaderboards = new Map<number, number>();
  for (const { game_id } of await session.query(builder.selectFrom('leaderboard').select('game_id')))
    leaderboards.set(game_id, (leaderboards.get(game_id) ?? 0) + 1);

  const games = await session.query(
    builder
      .selectFrom('game')
      .select(['id', 'promoted_count', 'promoted_points', 'unpromoted_count', 'leaderboards'])
      .select(['players', 'players_hardcore']),
  );
  for (const { id, ...stored } of games) {
    const size = sizes.get(id) ?? { promoted_count: 0, promoted_points: 0, unpromoted_count: 0 };
    const expected = { ...size, leaderboards: leaderboards.get(id) ?? 0, ...counts.ofGame(id) };
    report.compare(`game ${id}`, stored, expected);
  }

  const buckets = await session.query(builder.selectFrom('distribution').selectAll());
  for (const bucket of buckets) {
    const expected = counts.takeBucket(bucket);
    report.compare(bucketName(bucket), { players: bucket.players }, { players: expected });
  }
  for (const bucket of counts.remainingBuckets()) {
    report.compare(bucketName(bucket), { players: 0 }, { players: bucket.players });
  }
}

function bucketName(bucket: {
  game_id: number;
  promoted: number;
  hardcore: number;
  achieved: number;
}): string {
  const { game_id, promoted, hardcore, achieved } = bucket;
  return `distribution of game ${game_id} (promoted ${promoted}, hardcore ${hardcore}) at ${achieved}`;
}

/** The columns of a row that are named in `wanted`. */
function pick(row: object, wanted: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name in wanted));
}

class Report {
  found = 0;
  readonly differences: Difference[] = [];

  add(difference: Difference): void {
    this.found += 1;
    if (this.differences.length < TOLD) this.differences.push(difference);
  }

  compare(where: string, stored: Record<string, unknown>, expected: Record<string, unknown>): void {
    for (const [what, value] of Object.entries(expected)) {
      if (JSON.stringify(stored[what]) !== JSON.stringify(value)) {
        this.add({ where, what, stored: stored[what], expected: value });
      }
    }
  }
}
