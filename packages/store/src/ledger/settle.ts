import { type GameLedger, type LedgerEntry, standingOf } from '@laurel/domain';
import { sql } from 'kysely';
import { bulkInsert } from '../bulk.ts';
import type { Builder, WriteSession } from '../engine/engine.ts';
import type { TouchedGameTable, TouchedStandingTable } from '../schema.ts';
import { type Slots, statement } from '../statement.ts';
import { deriveAwardCounts } from './award-counts.ts';
import { Movements } from './counters.ts';
import { deriveCounters } from './derive-counters.ts';
import type { LedgerRules } from './ledger-rules.ts';
import { SetCache } from './set-cache.ts';
import {
  awardRows,
  awardsOf,
  countedOf,
  countedOfRow,
  saveAwards,
  saveStandings,
  standingRow,
} from './standing-rows.ts';
import { deriveBlocks } from './unlock-blocks.ts';
import { type EntryColumns, entryOf } from './unlock-rows.ts';

/** How many standings are derived together. */
const PAGE = 512;
/** How many movements are gathered before they are written. */
const GATHERED = 20_000;

/** Begins a transaction that marks what it touches, and at its end derives it anew: first standings, then sets. */
export async function beginSettling(session: WriteSession): Promise<void> {
  const { schema } = session.builder;
  await session.query(schema.dropTable('touched_standing').ifExists());
  await session.query(schema.dropTable('touched_game').ifExists());
  await session.query(
    schema
      .createTable('touched_standing')
      .temporary()
      .addColumn('player_id', 'integer')
      .addColumn('game_id', 'integer')
      .addPrimaryKeyConstraint('touched_standing_key', ['player_id', 'game_id']),
  );
  await session.query(
    schema
      .createTable('touched_game')
      .temporary()
      .addColumn('game_id', 'integer', (column) => column.primaryKey()),
  );
}

/** Marks standings of which the ledger or the awards changed. */
export const touchStandings = bulkInsert('touched_standing', ['player_id', 'game_id'], (insert) =>
  insert.onConflict((conflict) => conflict.doNothing()),
);

/** Marks every standing of a player. */
export async function touchPlayer(session: WriteSession, playerId: number): Promise<void> {
  await session.all(touchStandingsOfPlayer, { playerId });
}

/** Marks a game of which the set changed, and every standing in it. */
export async function touchSet(session: WriteSession, gameId: number): Promise<void> {
  await insertTouchedGames(session, [{ game_id: gameId }]);
}

/**
 * Derives anew the standings that were touched, and what follows from them (RULES.md, "When something
 * changes").
 */
export async function settleStandings(session: WriteSession, rules: LedgerRules): Promise<void> {
  await session.all(touchStandingsOfGames, {});
  await session.all(touchGamesOfStandings, {});
  await deriveStandings(session, rules);
}

/** Counts anew what belongs to the sets that were touched, and ends the settling. */
export async function settleSets(session: WriteSession, rules: LedgerRules): Promise<void> {
  await deriveCounters(session);
  await deriveBlocks(session, rules.unlockBlockSize);
  await deriveAwardCounts(session);
  await session.query(session.builder.schema.dropTable('touched_standing'));
  await session.query(session.builder.schema.dropTable('touched_game'));
}

async function deriveStandings(session: WriteSession, rules: LedgerRules): Promise<void> {
  const sets = new SetCache(session);
  const movements = new Movements();
  let last: Place = { player: -1, game: -1 };
  for (;;) {
    const page = await session.all(pageOfTouched, last);
    const end = page.at(-1);
    if (end === undefined) break;
    const ledgers = ledgersOfPlayers(await session.all(unlocksOfPage, last));
    const awards = groupByStanding(await session.all(awardsOfPage, last));
    const standings = groupByStanding(await session.all(standingsOfPage, last));
    const derived = [];
    const granted = [];
    for (const touched of page) {
      const key = { playerId: touched.player_id, gameId: touched.game_id };
      const name = nameOf(touched);
      // With what the player has in other games of the page, which is not of this set.
      const ledger = ledgers.get(key.playerId) ?? NOTHING;
      const held = awardsOf(awards.get(name) ?? []);
      const before = countedOfRow(standings.get(name)?.[0]);
      const after = standingOf(await sets.get(key.gameId), ledger, held, rules.masteryMinimum);
      const tracked = touched.untracked === 0;
      movements.add(key, before, countedOf(after), tracked);
      derived.push(standingRow(key, after));
      granted.push(...awardRows(key, after.awards, tracked));
    }
    await saveStandings(session, derived);
    await saveAwards(session, granted);
    if (movements.size >= GATHERED) await movements.write(session, rules);
    last = { player: end.player_id, game: end.game_id };
  }
  await movements.write(session, rules);
}

const NOTHING: GameLedger = new Map();

function ledgersOfPlayers(
  rows: readonly ({ player_id: number; achievement_id: number } & EntryColumns)[],
): ReadonlyMap<number, GameLedger> {
  const ledgers = new Map<number, Map<number, LedgerEntry>>();
  for (const row of rows) {
    let ledger = ledgers.get(row.player_id);
    if (ledger === undefined) {
      ledger = new Map();
      ledgers.set(row.player_id, ledger);
    }
    ledger.set(row.achievement_id, entryOf(row));
  }
  return ledgers;
}

function groupByStanding<Row extends TouchedStandingTable>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, nameOf);
}

function nameOf({ player_id, game_id }: TouchedStandingTable): string {
  return `${player_id}/${game_id}`;
}

const insertTouchedGames = bulkInsert<'touched_game', keyof TouchedGameTable>(
  'touched_game',
  ['game_id'],
  (insert) => insert.onConflict((conflict) => conflict.doNothing()),
);

const touchStandingsOfPlayer = statement<{ playerId: number }>()((db, slot) =>
  db
    .insertInto('touched_standing')
    .columns(['player_id', 'game_id'])
    .expression((from) =>
      from
        .selectFrom('player_game')
        .select(['player_id', 'game_id'])
        .where('player_id', '=', slot('playerId')),
    )
    .onConflict((conflict) => conflict.doNothing()),
);

const touchStandingsOfGames = statement<object>()((db) =>
  db
    .insertInto('touched_standing')
    .columns(['player_id', 'game_id'])
    .expression((from) =>
      from
        .selectFrom('player_game')
        .select(['player_id', 'game_id'])
        .where('game_id', 'in', (touched) => touched.selectFrom('touched_game').select('game_id')),
    )
    .onConflict((conflict) => conflict.doNothing()),
);

const touchGamesOfStandings = statement<object>()((db) =>
  db
    .insertInto('touched_game')
    .columns(['game_id'])
    .expression((from) =>
      // SQLite reads "on conflict" after a select without "where" as a join's "on".
      from.selectFrom('touched_standing').select('game_id').distinct().where(sql.lit(1), '=', sql.lit(1)),
    )
    .onConflict((conflict) => conflict.doNothing()),
);

/** The place of a standing among those that were touched. */
interface Place {
  readonly player: number;
  readonly game: number;
}

/**
 * The touched standings that come after a place, as many as are derived together. That there are so few is said
 * in each statement about them: of a range, PostgreSQL would expect so many that it read whole tables.
 */
function pageAfter(db: Builder, slot: Slots<Place>) {
  return db
    .selectFrom('touched_standing')
    .selectAll()
    .where(sql<boolean>`(player_id, game_id) > (${slot('player')}, ${slot('game')})`)
    .orderBy('player_id')
    .orderBy('game_id')
    .limit(sql.lit(PAGE))
    .as('touched');
}

const pageOfTouched = statement<Place>()((db, slot) =>
  db
    .selectFrom(pageAfter(db, slot))
    .innerJoin('player', 'player.id', 'touched.player_id')
    .select(['touched.player_id', 'touched.game_id', 'player.untracked'])
    .orderBy('touched.player_id')
    .orderBy('touched.game_id'),
);

const unlocksOfPage = statement<Place>()((db, slot) =>
  db
    .selectFrom(pageAfter(db, slot))
    // In this order also where there are no statistics: SQLite takes a cross join as it is written.
    .crossJoin('achievement')
    .crossJoin('unlock')
    .select([
      'unlock.player_id',
      'unlock.achievement_id',
      'unlock.softcore_at',
      'unlock.awarded_at',
      'unlock.hardcore',
    ])
    .whereRef('achievement.game_id', '=', 'touched.game_id')
    .whereRef('unlock.player_id', '=', 'touched.player_id')
    .whereRef('unlock.achievement_id', '=', 'achievement.id'),
);

const awardsOfPage = statement<Place>()((db, slot) =>
  db
    .selectFrom(pageAfter(db, slot))
    .innerJoin('award', (join) =>
      join.onRef('award.player_id', '=', 'touched.player_id').onRef('award.game_id', '=', 'touched.game_id'),
    )
    .select(['award.player_id', 'award.game_id', 'award.kind', 'award.at']),
);

const standingsOfPage = statement<Place>()((db, slot) =>
  db
    .selectFrom(pageAfter(db, slot))
    .innerJoin('player_game', (join) =>
      join
        .onRef('player_game.player_id', '=', 'touched.player_id')
        .onRef('player_game.game_id', '=', 'touched.game_id'),
    )
    .selectAll('player_game'),
);
