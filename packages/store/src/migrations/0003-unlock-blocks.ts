import { type RawBuilder, sql } from 'kysely';
import { LEDGER_INDEXES } from './ledger-indexes.ts';
import { type Migration, required } from './migration.ts';

/** How many unlocks a block is made of. */
const BLOCK_SIZE = sql.lit(512);
const NEWEST = sql.lit(2 ** 31 - 1);

/**
 * The ledger is kept without what can be read elsewhere: the game of an achievement, and an S that is the same
 * as the time that the list of unlocks shows.
 */
export const unlockBlocks: Migration = {
  name: 'a smaller ledger, and long unlock lists in counted blocks',

  async up(session, { clustered }) {
    const { builder } = session;
    const { schema } = builder;
    const plain = (text: RawBuilder<unknown>) => ({ compile: () => text.compile(builder) });
    const steps = [
      // First of all, so that an embedded database puts the new table where the index was.
      schema.dropIndex('unlock_list'),
      schema
        .createTable('smaller_unlock')
        .addColumn('player_id', 'integer', required)
        .addColumn('achievement_id', 'integer', required)
        .addColumn('softcore_at', 'integer')
        .addColumn('awarded_at', 'integer', required)
        .addColumn('hardcore', 'integer', required)
        .addColumn('tracked', 'integer', required)
        .addPrimaryKeyConstraint('unlock_of_player', ['player_id', 'achievement_id'])
        .modifyEnd(clustered),
      plain(sql`insert into smaller_unlock (player_id, achievement_id, softcore_at, awarded_at, hardcore, tracked)
        select player_id, achievement_id, nullif(softcore_at, awarded_at), awarded_at, hardcore, tracked
        from unlock order by player_id, achievement_id`),
      schema.dropTable('unlock'),
      schema.alterTable('smaller_unlock').renameTo('unlock'),
      LEDGER_INDEXES.unlock_list(schema),
      schema
        .createTable('unlock_block')
        .addColumn('achievement_id', 'integer', required)
        .addColumn('newest_at', 'integer', required)
        .addColumn('newest_player_id', 'integer', required)
        .addColumn('unlocks', 'integer', required)
        .addPrimaryKeyConstraint('unlock_block_key', ['achievement_id', 'newest_at', 'newest_player_id'])
        .modifyEnd(clustered),
      // The first block of a list ends where no unlock is beyond it.
      plain(sql`insert into unlock_block (achievement_id, newest_at, newest_player_id, unlocks)
        select achievement_id,
          case newer when 0 then ${NEWEST} else awarded_at end,
          case newer when 0 then ${NEWEST} else player_id end,
          case when unlocks - newer < ${BLOCK_SIZE} then unlocks - newer else ${BLOCK_SIZE} end
        from (
          select unlock.achievement_id, unlock.awarded_at, unlock.player_id, achievement.unlocks,
            row_number() over (partition by unlock.achievement_id
              order by unlock.awarded_at desc, unlock.player_id desc) - 1 as newer
          from achievement join unlock on unlock.achievement_id = achievement.id and unlock.tracked = 1
          where achievement.unlocks > 2 * ${BLOCK_SIZE}
        ) as listed
        where newer % ${BLOCK_SIZE} = 0`),
    ];
    for (const step of steps) await session.query(step);
  },
};
