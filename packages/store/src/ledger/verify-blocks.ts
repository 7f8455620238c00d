import { sql } from 'kysely';
import type { Session } from '../engine/engine.ts';
import { statement } from '../statement.ts';
import { hasBlocks, NEWEST } from './unlock-blocks.ts';
import type { Difference } from './verify.ts';

/**
 * What is wrong with the blocks of the unlock lists.
 *
 * @param lists the achievements, and how many unlocks the list of each has
 */
export async function differencesOfBlocks(
  session: Session,
  lists: Iterable<{ readonly achievementId: number; readonly unlocks: number }>,
  blockSize: number,
): Promise<Difference[]> {
  const differences: Difference[] = [];
  const blocks = Map.groupBy(await session.all(countBlocks, {}), (block) => block.achievement_id);
  for (const { achievementId, unlocks } of lists) {
    const where = `unlock list of achievement ${achievementId}`;
    const ofList = blocks.get(achievementId) ?? [];
    blocks.delete(achievementId);
    const [first] = ofList;
    if ((first !== undefined) !== hasBlocks(unlocks, blockSize)) {
      const expected = hasBlocks(unlocks, blockSize) ? 'some' : 0;
      differences.push({ where, what: 'blocks', stored: ofList.length, expected });
    }
    if (first === undefined) continue;
    const newest = { at: first.newest_at, playerId: first.newest_player_id };
    if (newest.at !== NEWEST.at || newest.playerId !== NEWEST.playerId) {
      differences.push({ where, what: 'end of the newest block', stored: newest, expected: NEWEST });
    }
    for (const { newest_at, newest_player_id, unlocks: stored, counted: expected } of ofList) {
      const what = `unlocks in the block up to ${newest_at} of player ${newest_player_id}`;
      if (stored !== expected) differences.push({ where, what, stored, expected });
    }
  }
  for (const [achievementId, { length }] of blocks) {
    const where = `unlock list of achievement ${achievementId}`;
    differences.push({ where, what: 'blocks', stored: length, expected: 0 });
  }
  return differences;
}

/** Every block, with what there really is in it; of each list the newest first. */
const countBlocks = statement<object>()((db) =>
  db
    .selectFrom((from) =>
      from
        .selectFrom('unlock_block')
        .selectAll()
        .select([olderBlock('newest_at'), olderBlock('newest_player_id')])
        .as('block'),
    )
    .select(['achievement_id', 'newest_at', 'newest_player_id', 'unlocks'])
    .select(
      sql<number>`(select count(*) from unlock
        where unlock.achievement_id = block.achievement_id and unlock.tracked = 1
          and (unlock.awarded_at, unlock.player_id) <= (block.newest_at, block.newest_player_id)
          and (unlock.awarded_at, unlock.player_id) > (block.older_newest_at, block.older_newest_player_id))`.as(
        'counted',
      ),
    )
    .orderBy('achievement_id')
    .orderBy('newest_at', 'desc')
    .orderBy('newest_player_id', 'desc'),
);

/** A column of the next older block of the same list; less than any where there is none. */
function olderBlock<Column extends 'newest_at' | 'newest_player_id'>(column: Column) {
  return sql<number>`lag(${sql.ref(column)}, 1, ${sql.lit(-(2 ** 31))}) over (
    partition by achievement_id order by newest_at, newest_player_id)`.as(`older_${column}`);
}
