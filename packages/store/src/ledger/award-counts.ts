import { type Awards, SECONDS_A_DAY, shownAwards } from '@laurel/domain';
import { sql } from 'kysely';
import { bulkInsert } from '../bulk.ts';
import type { Session, WriteSession } from '../engine/engine.ts';
import type { AwardCountTable } from '../schema.ts';
import { statement } from '../statement.ts';
import type { Difference } from './verify.ts';
import { differencesOfCounts } from './verify-counts.ts';

/** How many days a period of the counts has: the shorter ones, and the longer. */
export const DAY = 1;
export const LONG = 64;

/** The number of the period of so many days in which a time is. */
export function periodOf(at: number, days: number): number {
  return Math.floor(at / (SECONDS_A_DAY * days));
}

/** The last second of a period. */
export function endOf(period: number, days: number): number {
  return (period + 1) * days * SECONDS_A_DAY - 1;
}

/** Gathers by how much the counts of listed awards move, and moves them together. */
export class AwardMovements {
  readonly #counts = new Map<string, AwardCountTable>();

  /** Moves what follows from the awards of a tracked player for a game. */
  add(before: Awards, after: Awards): void {
    for (const { kind, at } of shownAwards(before)) this.#move(kind, at, -1);
    for (const { kind, at } of shownAwards(after)) this.#move(kind, at, 1);
  }

  /** Writes what was gathered, in an order in which two writers do not wait for each other. */
  async write(session: WriteSession): Promise<void> {
    const moved = [...this.#counts].filter(([, { awards }]) => awards !== 0);
    this.#counts.clear();
    await moveCounts(
      session,
      moved.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count),
    );
  }

  #move(kind: string, at: number, by: number): void {
    for (const days of [DAY, LONG]) {
      const period = periodOf(at, days);
      const name = `${days}/${period}/${kind}`;
      const count = this.#counts.get(name) ?? { days, period, kind, awards: 0 };
      count.awards += by;
      this.#counts.set(name, count);
    }
  }
}

/** Counts the listed awards anew. */
export async function deriveAwardCounts(session: WriteSession): Promise<void> {
  await session.all(forgetCounts, {});
  for (const days of [DAY, LONG]) {
    await moveCounts(
      session,
      (await countAwards(session, days)).map((count) => ({ days, ...count })),
    );
  }
}

/** What is wrong with the counts, the awards being listed as they should. */
export async function differencesOfAwardCounts(session: Session): Promise<Difference[]> {
  const stored = new Map<string, number>();
  const expected = new Map<string, number>();
  for (const days of [DAY, LONG]) {
    for (const count of await session.all(countsOf, { days })) stored.set(nameOf(days, count), count.awards);
    for (const count of await countAwards(session, days)) expected.set(nameOf(days, count), count.awards);
  }
  return differencesOfCounts('awards', stored, expected);
}

function nameOf(days: number, { period, kind }: Pick<AwardCountTable, 'period' | 'kind'>): string {
  return `listed awards of ${days} days: period ${period}, ${kind}`;
}

/** Counts over all awards; its cost is for an import and for `verify`. */
function countAwards(session: Session, days: number) {
  const period = sql<number>`at / ${sql.lit(SECONDS_A_DAY * days)}`;
  return session.query(
    session.builder
      .selectFrom('award')
      .select([period.as('period'), 'kind', sql<number>`count(*)`.as('awards')])
      .where('listed', '=', sql.lit(1))
      .groupBy([period, 'kind']),
  );
}

const forgetCounts = statement<object>()((db) => db.deleteFrom('award_count'));

const countsOf = statement<{ days: number }>()((db, slot) =>
  db.selectFrom('award_count').select(['period', 'kind', 'awards']).where('days', '=', slot('days')),
);

const moveCounts = bulkInsert('award_count', ['days', 'period', 'kind', 'awards'], (insert) =>
  insert.onConflict((conflict) =>
    conflict.columns(['days', 'period', 'kind']).doUpdateSet((row) => ({
      awards: row('award_count.awards', '+', row.ref('excluded.awards')),
    })),
  ),
);
