import { sql } from 'kysely';
import { bulkInsert } from '../bulk.ts';
import type { Session, WriteSession } from '../engine/engine.ts';
import type { PointsBandTable } from '../schema.ts';
import { statement } from '../statement.ts';
import type { Difference } from './verify.ts';
import { differencesOfCounts } from './verify-counts.ts';

/**
 * Tracked players are counted by their hardcore points, in bands of three widths (`points_band`): how many players
 * are above somebody is a sum of a few dozen bands, and a count over the rest of the narrowest one. The first band of
 * each width is not kept: nobody is below it, so nobody asks for all of it.
 */
const NARROW = 16;
const MIDDLE = 512;
const WIDE = 16_384;
const WIDTHS = [NARROW, MIDDLE, WIDE] as const;

/** Gathers by how much the bands move, and moves them together. */
export class BandMovements {
  readonly #bands = new Map<string, PointsBandTable>();

  /** Moves a tracked player from so many hardcore points to so many. */
  add(from: number, to: number): void {
    for (const width of WIDTHS) {
      const [left, entered] = [bandOf(from, width), bandOf(to, width)];
      if (left === entered) continue;
      this.#move(width, left, -1);
      this.#move(width, entered, 1);
    }
  }

  /** Writes what was gathered, in an order in which two writers do not wait for each other. */
  async write(session: WriteSession): Promise<void> {
    const moved = [...this.#bands.values()].filter(({ players }) => players !== 0);
    this.#bands.clear();
    await moveBands(
      session,
      moved.sort((a, b) => a.width - b.width || a.low - b.low),
    );
  }

  #move(width: number, low: number, by: number): void {
    if (low === 0) return;
    const name = nameOf({ width, low });
    const band = this.#bands.get(name) ?? { width, low, players: 0 };
    band.players += by;
    this.#bands.set(name, band);
  }
}

/** How many tracked players have more hardcore points than each of these; all of them at least 0. */
export async function countPlayersAbove(session: Session, points: readonly number[]): Promise<number[]> {
  const rows = await session.each(
    countAbove,
    points.map((from) => {
      const narrow = nextBand(from, NARROW);
      const middle = nextBand(narrow, MIDDLE);
      const wide = nextBand(middle, WIDE);
      return { points: from, narrow, middle, wide };
    }),
  );
  return rows.map(([row]) => Number(row?.players));
}

/** Counts all players anew. */
export async function deriveBands(session: WriteSession): Promise<void> {
  await session.all(forgetBands, {});
  for (const width of WIDTHS) await moveBands(session, await countPlayers(session, width));
}

/** What is wrong with the bands, the points of the players being right. */
export async function differencesOfBands(session: Session): Promise<Difference[]> {
  const rows = await session.query(session.builder.selectFrom('points_band').selectAll());
  const stored = new Map(rows.map((band) => [nameOf(band), band.players]));
  const expected = new Map<string, number>();
  for (const width of WIDTHS) {
    for (const band of await countPlayers(session, width)) expected.set(nameOf(band), band.players);
  }
  return differencesOfCounts('players', stored, expected);
}

function bandOf(points: number, width: number): number {
  return points - (points % width);
}

function nextBand(points: number, width: number): number {
  return bandOf(points, width) + width;
}

function nameOf({ width, low }: Pick<PointsBandTable, 'width' | 'low'>): string {
  return `${width} points from ${low} on`;
}

/** Counts over all players; its cost is for an import and for `verify`. */
async function countPlayers(session: Session, width: number): Promise<PointsBandTable[]> {
  const low = sql<number>`points_hardcore / ${sql.lit(width)} * ${sql.lit(width)}`;
  const bands = await session.query(
    session.builder
      .selectFrom('player')
      .select([low.as('low'), (row) => row.fn.countAll<number | string>().as('players')])
      .where('untracked', '=', sql.lit(0))
      .where('points_hardcore', '>=', sql.lit(width))
      .groupBy(low),
  );
  return bands.map((band) => ({ width, low: band.low, players: Number(band.players) }));
}

interface Above {
  readonly points: number;
  /** Where the bands of each width begin to be counted: those of the next width go on from there. */
  readonly narrow: number;
  readonly middle: number;
  readonly wide: number;
}

const countAbove = statement<Above>()((db, slot) => {
  const players = (width: number) =>
    db
      .selectFrom('points_band')
      .select(sql<number>`coalesce(sum(players), 0)`.as('players'))
      .where('width', '=', sql.lit(width));
  const ofOwnBand = db
    .selectFrom('player')
    .select((row) => row.fn.countAll<number | string>().as('players'))
    // Written out, not bound: only then do both engines see that the index of players by points applies.
    .where('untracked', '=', sql.lit(0))
    .where('points_hardcore', '>', slot('points'))
    .where('points_hardcore', '<', slot('narrow'));
  return db.selectNoFrom(
    sql<number | string>`${ofOwnBand}
      + ${players(NARROW).where('low', '>=', slot('narrow')).where('low', '<', slot('middle'))}
      + ${players(MIDDLE).where('low', '>=', slot('middle')).where('low', '<', slot('wide'))}
      + ${players(WIDE).where('low', '>=', slot('wide'))}`.as('players'),
  );
});

const forgetBands = statement<object>()((db) => db.deleteFrom('points_band'));

const moveBands = bulkInsert('points_band', ['width', 'low', 'players'], (insert) =>
  insert.onConflict((conflict) =>
    conflict.columns(['width', 'low']).doUpdateSet((row) => ({
      players: row('points_band.players', '+', row.ref('excluded.players')),
    })),
  ),
);
