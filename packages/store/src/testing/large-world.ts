import { sql } from 'kysely';
import type { Engine } from '../engine/engine.ts';

/** How much there is in it; the rows are made by the database, in no time. */
export const LARGE = {
  systems: 60,
  games: 20_000,
  achievements: 40_000,
  players: 20_000,
  /** Of each player; the first one is of achievement 1, which everybody has. */
  unlocks: 10,
  /** Of player 1 alone: standings in that many games more. */
  collection: 5_000,
};

/** How many unlocks a block of the long unlock list has. */
const BLOCK = 500;

/** With seven digits behind it, a ULID. */
const ULID_START = '0'.repeat(19);

/** The ULID of a player in it. */
export function ulidOf(playerId: number): string {
  return ULID_START + (1_000_000 + playerId);
}

/**
 * Fills the tables with a world large enough for a planner to care: 200,000 unlocks, 20,000 of them of
 * achievement 1, and a player with 5,000 games. Players are `player1`, …; what is derived is not right.
 */
export async function makeLargeWorld(engine: Engine): Promise<void> {
  const { systems, games, achievements, players, unlocks, collection } = LARGE;
  const steps = [
    sql`insert into "system" (id, name, active) ${upTo(systems)} select n, 'System ' || n, 1 from number`,
    sql`insert into game (id, system_id, title, players) ${upTo(games)}
      select n, 1 + n % ${sql.lit(systems)}, 'Game ' || n, n % 500 from number`,
    sql`insert into achievement (id, game_id, title, description, points, promoted, author, author_key, badge,
        sort_order, created_at, modified_at) ${upTo(achievements)}
      select n, 1 + n % ${sql.lit(games)}, '', '', 5, 1, 'Player1', 'player1', '', n, 0, 0 from number`,
    sql`insert into achievement_trigger (achievement_id, definition) select id, '' from achievement`,
    sql`insert into player (id, name, name_key, ulid, joined_at, motto, untracked, last_unlock_at)
      ${upTo(players)}
      select n, 'Player' || n, 'player' || n, ${sql.lit(ULID_START)} || (1000000 + n), 0, '', 0, n * 7919 % 50000 from number`,
    sql`insert into unlock (player_id, achievement_id, awarded_at, hardcore, tracked)
      ${upTo(players)}, nth(k) as (select 1 union all select k + 1 from nth where k < ${sql.lit(unlocks)}),
      had(player, achievement) as (select n, case k when 1 then 1
        else 1 + (n * 31 + k * 977) % ${sql.lit(achievements)} end from number cross join nth)
      select distinct player, achievement, 1000000 + player * 7919 % 50000, player % 2, 1 from had`,
    sql`update achievement set unlocks =
      (select count(*) from unlock where achievement_id = achievement.id and tracked = 1)`,
    sql`insert into unlock_block (achievement_id, newest_at, newest_player_id, unlocks) ${upTo(players / BLOCK)}
      select 1, 1000000 + n * 50000 / ${sql.lit(players / BLOCK)}, 0, ${sql.lit(BLOCK)} from number`,
    sql`insert into player_game (player_id, game_id, achieved, score, achieved_hardcore, score_hardcore,
        unpromoted, unpromoted_hardcore, last_unlock_at, listed_at)
      select player_id, 1 + achievement_id % ${sql.lit(games)}, count(*), 5, 0, 0, 0, 0, max(awarded_at),
        max(awarded_at) from unlock
      where player_id > 1 group by 1, 2`,
    sql`insert into player_game (player_id, game_id, achieved, score, achieved_hardcore, score_hardcore,
        unpromoted, unpromoted_hardcore, last_unlock_at, listed_at) ${upTo(collection)}
      select 1, n, 1, 5, 0, 0, 0, 0, n, n * 7919 % 50000 from number`,
    sql`insert into award (player_id, game_id, kind, at, listed)
      select player_id, game_id, 'mastered', last_unlock_at * 10, 1 from player_game`,
    sql`insert into award_count (days, period, kind, awards)
      select 1, at / 86400, kind, count(*) from award group by 1, 2, 3`,
    sql`insert into award_count (days, period, kind, awards)
      select 64, at / (64 * 86400), kind, count(*) from award group by 1, 2, 3`,
    sql`insert into game_word (word, game_id) ${upTo(games)}, word(w) as (select 'game' union all select 'sonic')
      select w, n from number cross join word`,
    sql`insert into game_word (word, game_id) ${upTo(games)} select 'n' || n, n from number`,
    sql`update player set games_listed = ${sql.lit(collection)} where id = 1`,
    sql`insert into distribution (game_id, promoted, hardcore, achieved, players) ${upTo(games)},
      half(h) as (select 0 union all select 1)
      select n, p.h, h.h, 1, 5 from number cross join half p cross join half h`,
  ];
  await engine.write(async (session) => {
    for (const step of steps) await session.query({ compile: () => step.compile(session.builder) });
  });
}

/** Has PostgreSQL look at what its tables hold, as it does by itself every now and then; SQLite never does. */
export async function gatherStatistics({ dialect, session }: Engine): Promise<void> {
  if (dialect.name === 'sqlite') return;
  await session.query({ compile: () => sql`analyze`.compile(session.builder) });
}

/** The numbers 1, 2, …, `last`, as the table `number`. */
function upTo(last: number) {
  return sql`with recursive number(n) as (select 1 union all select n + 1 from number where n < ${sql.lit(last)})`;
}
