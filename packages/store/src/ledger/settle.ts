import { type GameLedger, standingOf } from '@laurel/domain';
import { sql } from 'kysely';
import { bulkInsert } from '../bulk.ts';
import type { WriteSession } from '../engine/engine.ts';
import type { TouchedGameTable } from '../schema.ts';
import { statement } from '../statement.ts';
import { deriveAwardCounts } from './award-counts.ts';
import { Movements } from './counters.ts';
import { deriveCounters } from './derive-counters.ts';
import type { LedgerRules } from './ledger-rules.ts';
import { deriveBands } from './points-bands.ts';
import { SetCache } from './set-cache.ts';
import {
  awardRows,
  awardsOf,
  countedOf,
  countedOfRow,
  findAwards,
  findStanding,
  type StandingKey,
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

/** Counts anew what belongs to the sets that were touched, and, where standings were, to all players; ends the settling. */
export async function settleSets(session: WriteSession, rules: LedgerRules): Promise<void> {
  await deriveCounters(session);
  await deriveBlocks(session, rules.unlockBlockSize);
  if ((await session.first(findTouched, {})) !== undefined) {
    await deriveAwardCounts(session);
    await deriveBands(session);
  }
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
    const keys = page.map(({ player_id, game_id }) => ({ playerId: player_id, gameId: game_id }));
    const unlocks = await session.each(findUnlocks, keys);
    const awards = await session.each(findAwards, keys);
    const rows = await session.each(findStanding, keys);
    const players = await session.each(findTracking, keys);
    const derived = [];
    const granted = [];
    for (const [index, key] of keys.entries()) {
      const ledger = ledgerOf(unlocks[index] ?? []);
      const held = awardsOf(awards[index] ?? []);
      const before = countedOfRow(rows[index]?.[0]);
      const after = standingOf(await sets.get(key.gameId), ledger, held, rules.masteryMinimum);
      const tracked = players[index]?.[0]?.untracked === 0;
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

function ledgerOf(rows: readonly ({ achievement_id: number } & EntryColumns)[]): GameLedger {
  return new Map(rows.map((row) => [row.achievement_id, entryOf(row)]));
}

const findTouched = statement<object>()((db) =>
  db.selectFrom('touched_standing').select('game_id').limit(sql.lit(1)),
);

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

/** The touched standings that come after a place, as many as are derived together. */
const pageOfTouched = statement<Place>()((db, slot) =>
  db
    .selectFrom('touched_standing')
    .select(['player_id', 'game_id'])
    .where(sql<boolean>`(player_id, game_id) > (${slot('player')}, ${slot('game')})`)
    .orderBy('player_id')
    .orderBy('game_id')
    .limit(sql.lit(PAGE)),
);

const findTracking = statement<{ playerId: number }>()((db, slot) =>
  db.selectFrom('player').select('untracked').where('id', '=', slot('playerId')),
);

const findUnlocks = statement<StandingKey>()((db, slot) =>
  db
    .selectFrom('achievement')
    // In this order also where there are no statistics: SQLite takes a cross join as it is written.
    .crossJoin('unlock')
    .select(['unlock.achievement_id', 'unlock.softcore_at', 'unlock.awarded_at', 'unlock.hardcore'])
    .where('achievement.game_id', '=', slot('gameId'))
    .where('unlock.player_id', '=', slot('playerId'))
    .whereRef('unlock.achievement_id', '=', 'achievement.id'),
);

/** What is read of each standing that is derived anew. */
export const READ_OF_STANDINGS = [findUnlocks, findAwards, findStanding, findTracking];
