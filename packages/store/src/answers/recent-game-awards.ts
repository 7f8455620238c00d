import type { AwardKind } from '@laurel/domain';
import { sql } from 'kysely';
import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import { DAY, endOf, LONG, periodOf } from '../ledger/award-counts.ts';
import { awardKind } from '../ledger/standing-rows.ts';
import { atMost, statement } from '../statement.ts';
import type { Page } from './achievement-unlocks.ts';
import { gameOf, type UserAward } from './user-awards.ts';

/** How many awards have been granted, and one page of them. */
export interface RecentGameAwards {
  readonly total: number;
  readonly awards: readonly (UserAward & { readonly username: string; readonly ulid: string })[];
}

/** Which awards are asked for. */
export interface AwardChoice {
  /** At least one. */
  readonly kinds: readonly AwardKind[];
  /** Granted no later than this, the end of a day; in seconds since 1970. */
  readonly until: number;
}

/** The last second that the store can hold. */
const END_OF_TIME = 2 ** 31 - 1;

/**
 * One page of the awards of all tracked players, newest first; equal times: the higher player id, the higher
 * game id, the higher award first. A page costs as much as there are periods of counts, and as the awards of one
 * day before it.
 */
export async function recentGameAwards(
  session: Session,
  facts: Facts,
  { kinds, until }: AwardChoice,
  { count, offset }: Page,
): Promise<RecentGameAwards> {
  const lastDay = periodOf(Math.min(until, END_OF_TIME), DAY);
  const { total, day, newer } = await findDay(session, kinds, lastDay, offset);
  if (day === undefined) return { total, awards: [] };
  const begin = Math.min(endOf(day, DAY), END_OF_TIME);
  const lists = await Promise.all(
    kinds.map((kind) => session.all(listAwards, { kind, until: begin, count: newer + count })),
  );
  const rows = lists
    .flat()
    .sort(newestFirst)
    .slice(newer, newer + count);
  const players = await facts.players(rows.map((row) => row.player_id));
  const games = await facts.games(rows.map((row) => row.game_id));
  return {
    total,
    awards: rows.map(({ player_id, game_id, kind, at }, index) => {
      const player = players[index];
      if (player === undefined) throw new Error(`An award names player ${player_id}, who is not there`);
      const { username, ulid } = player;
      return { kind: awardKind(kind), at, ...gameOf(game_id, games[index]), username, ulid };
    }),
  };
}

/** How many awards there are up to a day, and the day on which the award with so many newer ones was granted. */
interface FoundDay {
  readonly total: number;
  /** Undefined behind the end of the list. */
  readonly day: number | undefined;
  /** How many of the newer ones were granted on that day. */
  readonly newer: number;
}

async function findDay(
  session: Session,
  kinds: readonly AwardKind[],
  lastDay: number,
  offset: number,
): Promise<FoundDay> {
  const lastLong = Math.floor(lastDay / LONG);
  // The last long period may reach beyond the last day: its days are counted one by one.
  const days = await countsBetween(session, kinds, DAY, lastLong * LONG, lastDay);
  const long = await countsBetween(session, kinds, LONG, 0, lastLong - 1);
  const total = sum(days) + sum(long);
  if (offset >= total) return { total, day: undefined, newer: 0 };
  const among = pass(days, offset);
  if (among.period !== undefined) return { total, day: among.period, newer: among.left };
  const { period = 0, left } = pass(long, among.left);
  const ofLong = await countsBetween(session, kinds, DAY, period * LONG, (period + 1) * LONG - 1);
  const within = pass(ofLong, left);
  return { total, day: within.period, newer: within.left };
}

type Counts = readonly { readonly period: number; readonly awards: number }[];

/** Passes so many awards. @returns the period of the next one, if it is in here, and what is left to pass */
function pass(counts: Counts, offset: number): { period: number | undefined; left: number } {
  let left = offset;
  for (const { period, awards } of counts) {
    if (left < awards) return { period, left };
    left -= awards;
  }
  return { period: undefined, left };
}

function sum(counts: Counts): number {
  return counts.reduce((total, { awards }) => total + awards, 0);
}

/** The awards of these kinds in each period of so many days, the newest first. */
async function countsBetween(
  session: Session,
  kinds: readonly string[],
  days: number,
  from: number,
  to: number,
): Promise<Counts> {
  const rows = await session.all(listCounts, { days, from, to });
  const counts = new Map<number, number>();
  for (const { period, kind, awards } of rows) {
    if (kinds.includes(kind)) counts.set(period, (counts.get(period) ?? 0) + awards);
  }
  return [...counts].map(([period, awards]) => ({ period, awards }));
}

type AwardRow = Readonly<{ player_id: number; game_id: number; kind: string; at: number }>;

function newestFirst(a: AwardRow, b: AwardRow): number {
  return (
    b.at - a.at ||
    b.player_id - a.player_id ||
    b.game_id - a.game_id ||
    // 'mastered', 'completed', 'beaten-softcore', 'beaten-hardcore': at most one of each two is listed.
    (a.kind < b.kind ? 1 : -1)
  );
}

const listCounts = statement<{ days: number; from: number; to: number }>()((db, slot) =>
  db
    .selectFrom('award_count')
    .select(['period', 'kind', 'awards'])
    .where('days', '=', slot('days'))
    .where('period', '>=', slot('from'))
    .where('period', '<=', slot('to'))
    .orderBy('period', 'desc'),
);

const listAwards = statement<{ kind: string; until: number; count: number }>()((db, slot) =>
  db
    .selectFrom('award')
    .select(['player_id', 'game_id', 'kind', 'at'])
    .where('kind', '=', slot('kind'))
    .where('listed', '=', sql.lit(1))
    .where('at', '<=', slot('until'))
    .orderBy('at', 'desc')
    .orderBy('player_id', 'desc')
    .orderBy('game_id', 'desc')
    .limit(atMost(slot('count'))),
);
