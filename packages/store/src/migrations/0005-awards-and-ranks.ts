import { type RawBuilder, sql } from 'kysely';
import { LEDGER_INDEXES } from './ledger-indexes.ts';
import { counter, type Migration, required } from './migration.ts';

/** How many days a period of the counts of awards has: the shorter ones, and the longer. */
const SPANS = [1, 64].map((days) => sql.lit(days));

/**
 * Lists that ask across players: the newest awards of all, the players with the most points, and the best of a
 * game. With the 10 million unlocks of the bench's world they cost 1.1 bytes an unlock: 0.6 for the wider index
 * of the standings in a game, 0.3 for the awards, 0.1 for the players.
 */
export const awardsAndRanks: Migration = {
  name: 'the newest awards, counted, and who is ahead',

  async up(session, { clustered, text }) {
    const { builder } = session;
    const { schema } = builder;
    const plain = (statement: RawBuilder<unknown>) => ({ compile: () => statement.compile(builder) });
    const steps = [
      schema
        .createIndex('player_by_points')
        .on('player')
        .columns(['points_hardcore desc', 'id'])
        .where(sql.ref('untracked'), '=', sql.lit(0)),
      schema.dropIndex('player_game_of_game'),
      LEDGER_INDEXES.player_game_of_game(schema),

      schema.alterTable('award').addColumn('listed', 'integer', counter),
      plain(sql`update award set listed = 1
        where player_id in (select id from player where untracked = 0) and not exists (
          select 1 from award as better
          where better.player_id = award.player_id and better.game_id = award.game_id
            and better.kind = case award.kind
              when 'beaten-softcore' then 'beaten-hardcore' when 'completed' then 'mastered' end)`),
      LEDGER_INDEXES.award_by_time(schema),
      schema
        .createTable('award_count')
        .addColumn('days', 'integer', required)
        .addColumn('period', 'integer', required)
        .addColumn('kind', text, required)
        .addColumn('awards', 'integer', required)
        .addPrimaryKeyConstraint('award_count_key', ['days', 'period', 'kind'])
        .modifyEnd(clustered),
      ...SPANS.map((days) =>
        plain(sql`insert into award_count (days, period, kind, awards)
          select ${days}, at / (86400 * ${days}), kind, count(*) from award where listed = 1 group by 1, 2, 3`),
      ),
    ];
    for (const step of steps) await session.query(step);
  },
};
