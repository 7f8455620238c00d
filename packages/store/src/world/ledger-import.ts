import {
  type AwardRecord,
  CLOCK_TOLERANCE,
  isTimeAcceptable,
  type LedgerEntry,
  recordInLedger,
  type ScoreRecord,
  type UnlockRecord,
} from '@laurel/domain';
import { sql } from 'kysely';
import { bulkInsert } from '../bulk.ts';
import type { WriteSession } from '../engine/engine.ts';
import { touchStandings } from '../ledger/settle.ts';
import { entryColumns, mergeUnlocks } from '../ledger/unlock-rows.ts';
import { RecentMap } from '../recent-map.ts';
import type { TouchedStandingTable } from '../schema.ts';
import { statement } from '../statement.ts';
import { RecordRefused } from './record-refused.ts';
import type { KnownPlayer, UserImport } from './user-import.ts';

/** How many unlocks go to the database together. */
const BATCH = 8192;
/** How many achievements are remembered, or twice as many, so that memory does not grow with the world. */
const REMEMBERED = 100_000;

interface PendingUnlock {
  readonly player: KnownPlayer;
  readonly gameId: number;
  readonly achievementId: number;
  entry: LedgerEntry;
}

/** Takes unlocks, awards and scores in. Unlocks are gathered and merged before they go to the database. */
export class LedgerImport {
  readonly #session: WriteSession;
  readonly #users: UserImport;
  readonly #now: number;
  readonly #gameOfAchievement = new RecentMap<number, number>(REMEMBERED);
  readonly #pending = new Map<string, PendingUnlock>();

  constructor(session: WriteSession, users: UserImport, now: number) {
    this.#session = session;
    this.#users = users;
    this.#now = now;
  }

  unlock(record: UnlockRecord): Promise<void> | void {
    const player = this.#users.known(record.user);
    const gameId = this.#gameOfAchievement.get(record.achievementId);
    if (player !== undefined && gameId !== undefined) return this.#gather(record, player, gameId);
    return this.#lookUpAndGather(record);
  }

  async award(record: AwardRecord): Promise<void> {
    this.#refuseFuture(record.at);
    const player = await this.#users.find(record.user);
    if ((await this.#session.first(findGame, { id: record.gameId })) === undefined) {
      throw new RecordRefused('gameId', `a game that is there already, got ${record.gameId}`);
    }
    const standing = { player_id: player.id, game_id: record.gameId };
    // Whether it is listed is derived with the standing.
    await mergeAwards(this.#session, [{ ...standing, kind: record.kind, at: record.at, listed: 0 }]);
    await touchStandings(this.#session, [standing]);
  }

  async score(record: ScoreRecord): Promise<void> {
    this.#refuseFuture(record.at);
    const player = await this.#users.find(record.user);
    if ((await this.#session.first(findLeaderboard, { id: record.leaderboardId })) === undefined) {
      throw new RecordRefused(
        'leaderboardId',
        `a leaderboard that is there already, got ${record.leaderboardId}`,
      );
    }
    await insertScores(this.#session, [
      { leaderboard_id: record.leaderboardId, player_id: player.id, at: record.at, value: record.value },
    ]);
  }

  /** Sends what was gathered to the database. */
  async flush(): Promise<void> {
    if (this.#pending.size === 0) return;
    // In the order of the ledger, neighbours share a page of it.
    const pending = [...this.#pending.values()].sort(inLedgerOrder);
    this.#pending.clear();
    await mergeUnlocks(
      this.#session,
      pending.map(({ player, achievementId, entry }) => ({
        player_id: player.id,
        achievement_id: achievementId,
        ...entryColumns(entry),
        tracked: player.tracked,
      })),
    );
    const standings = pending.map(({ player, gameId }) => ({ player_id: player.id, game_id: gameId }));
    await touchStandings(
      this.#session,
      standings.filter((standing, index) => !isSame(standing, standings[index - 1])),
    );
  }

  async #lookUpAndGather(record: UnlockRecord): Promise<void> {
    const player = await this.#users.find(record.user);
    const gameId = this.#gameOfAchievement.get(record.achievementId) ?? (await this.#lookUpGame(record));
    await this.#gather(record, player, gameId);
  }

  /** Looks the whole set up: the next unlocks are mostly of the same game. */
  async #lookUpGame({ achievementId }: UnlockRecord): Promise<number> {
    const set = await this.#session.all(findSetOfAchievement, { id: achievementId });
    const [first] = set;
    if (first === undefined) {
      throw new RecordRefused('achievementId', `an achievement that is there already, got ${achievementId}`);
    }
    for (const { id } of set) this.#gameOfAchievement.set(id, first.game_id);
    return first.game_id;
  }

  #gather(record: UnlockRecord, player: KnownPlayer, gameId: number): Promise<void> | void {
    this.#refuseFuture(record.at);
    const key = `${player.id}/${record.achievementId}`;
    const pending = this.#pending.get(key);
    if (pending !== undefined) pending.entry = recordInLedger(pending.entry, record);
    else {
      const { achievementId } = record;
      this.#pending.set(key, { player, gameId, achievementId, entry: recordInLedger(undefined, record) });
    }
    return this.#pending.size >= BATCH ? this.flush() : undefined;
  }

  #refuseFuture(at: number): void {
    if (!isTimeAcceptable(at, this.#now)) {
      throw new RecordRefused('at', `a time not more than ${CLOCK_TOLERANCE} seconds ahead of the clock`);
    }
  }
}

function inLedgerOrder(a: PendingUnlock, b: PendingUnlock): number {
  return a.player.id - b.player.id || a.achievementId - b.achievementId;
}

function isSame(a: TouchedStandingTable, b: TouchedStandingTable | undefined): boolean {
  return a.player_id === b?.player_id && a.game_id === b.game_id;
}

const findSetOfAchievement = statement<{ id: number }>()((db, slot) =>
  db
    .selectFrom('achievement as one')
    .innerJoin('achievement as other', 'other.game_id', 'one.game_id')
    .select(['other.id', 'other.game_id'])
    .where('one.id', '=', slot('id')),
);

const findGame = statement<{ id: number }>()((db, slot) =>
  db.selectFrom('game').select('id').where('id', '=', slot('id')),
);

const findLeaderboard = statement<{ id: number }>()((db, slot) =>
  db.selectFrom('leaderboard').select('id').where('id', '=', slot('id')),
);

/** An award keeps the earliest time that it was given. */
const mergeAwards = bulkInsert('award', ['player_id', 'game_id', 'kind', 'at', 'listed'], (insert) =>
  insert.onConflict((conflict) =>
    conflict.columns(['player_id', 'game_id', 'kind']).doUpdateSet({
      at: sql`case when excluded.at < award.at then excluded.at else award.at end`,
    }),
  ),
);

const insertScores = bulkInsert('score', ['leaderboard_id', 'player_id', 'at', 'value'], (insert) =>
  insert.onConflict((conflict) => conflict.doNothing()),
);
