import { sql } from 'kysely';
import { bulkInsert } from '../bulk.ts';
import type { Session, WriteSession } from '../engine/engine.ts';
import type { UnlockBlockTable } from '../schema.ts';
import { type Slots, statement } from '../statement.ts';

/**
 * The unlock list of an achievement, where it is long, is cut into counted blocks (`unlock_block`): a place deep
 * in the list is found by adding up blocks from the nearer end, and a short walk in the last of them.
 * A block is made of so many unlocks, and cut in half when it has more than twice as many. Which achievements
 * have blocks follows from that ({@link hasBlocks}): to change it, all lists must be cut anew.
 */
export const DEFAULT_UNLOCK_BLOCK_SIZE = 512;

/** A place in an unlock list: that of the unlock of this player at this time. */
export interface UnlockPlace {
  readonly at: number;
  readonly playerId: number;
}

/** Where every list begins: no time and no id is beyond it. The newest block of a list ends here. */
export const NEWEST: UnlockPlace = { at: 2 ** 31 - 1, playerId: 2 ** 31 - 1 };

/** Whether the list of an achievement with so many unlocks of tracked players is cut into blocks. */
export function hasBlocks(unlocks: number, blockSize: number): boolean {
  return unlocks > 2 * blockSize;
}

/**
 * Finds the block in which a place of a list lies, by its number.
 *
 * @param unlocks how many there are in the list
 * @param offset how many of them are newer; less than `unlocks`
 * @returns where to begin, and how many from there on are newer; the beginning of a list that has no blocks
 */
export async function findBlock(
  session: Session,
  achievementId: number,
  unlocks: number,
  offset: number,
): Promise<{ readonly begin: UnlockPlace; readonly newer: number }> {
  const fromOldest = offset > unlocks / 2;
  const blocks = fromOldest ? oldestBlocks : newestBlocks;
  const distance = fromOldest ? unlocks - offset : offset + 1;
  // Mostly enough: blocks are of that size, or larger, unless unlocks have moved out of them.
  for (let limit = Math.ceil(distance / DEFAULT_UNLOCK_BLOCK_SIZE); ; limit *= 2) {
    const rows = await session.all(blocks, { achievementId, limit });
    let passed = 0;
    for (const block of rows) {
      passed += block.unlocks;
      if (passed < distance) continue;
      const newerBlocks = fromOldest ? unlocks - passed : passed - block.unlocks;
      return { begin: placeOf(block), newer: offset - newerBlocks };
    }
    if (rows.length < limit) return { begin: NEWEST, newer: offset };
  }
}

/** That an unlock comes to a place (1), or leaves it (-1). */
export interface UnlockMove extends UnlockPlace {
  readonly by: 1 | -1;
}

/**
 * Counts what moved in the unlock list of an achievement, and cuts the blocks that have become too large.
 * The session has updated the row of the achievement before, so that nobody else is at its blocks until it ends:
 * who has unlocks on their way that cannot be seen yet comes after it and counts them in the blocks they find.
 * Everything that the session itself has written to the list is among the moves, since cutting counts what it sees.
 *
 * @param unlocks how many there are in the list, the moves included
 */
export async function moveInBlocks(
  session: WriteSession,
  achievementId: number,
  moves: readonly UnlockMove[],
  unlocks: number,
  blockSize: number,
): Promise<void> {
  if (moves.length === 0 || !hasBlocks(unlocks, blockSize)) return;
  const touched = new Map<string, UnlockBlockTable>();
  for (const { at, playerId, by } of moves) {
    const block = await session.first(addToBlock, { achievementId, at, playerId, by });
    if (block !== undefined) touched.set(`${block.newest_at}/${block.newest_player_id}`, block);
  }
  if (touched.size === 0) {
    const whole = {
      achievement_id: achievementId,
      newest_at: NEWEST.at,
      newest_player_id: NEWEST.playerId,
      unlocks,
    };
    await insertBlocks(session, [whole]);
    touched.set('whole', whole);
  }
  for (const block of touched.values()) {
    if (block.unlocks > 2 * blockSize) await cutInHalf(session, block);
  }
}

async function cutInHalf(session: WriteSession, block: UnlockBlockTable): Promise<void> {
  const newer = Math.floor(block.unlocks / 2);
  const key = { achievementId: block.achievement_id, ...placeOf(block) };
  await session.all(insertOlderHalf, { ...key, newer, older: block.unlocks - newer });
  await session.all(setUnlocks, { ...key, unlocks: newer });
}

/** Cuts the lists of the touched games anew, by the unlock counts of their achievements. */
export async function deriveBlocks(session: WriteSession, blockSize: number): Promise<void> {
  await session.all(deleteTouchedBlocks, {});
  await session.all(cutTouchedLists, { blockSize });
}

function placeOf(block: UnlockBlockTable): UnlockPlace {
  return { at: block.newest_at, playerId: block.newest_player_id };
}

const newestBlocks = statement<{ achievementId: number; limit: number }>()((db, slot) =>
  db
    .selectFrom('unlock_block')
    .selectAll()
    .where('achievement_id', '=', slot('achievementId'))
    .orderBy('newest_at', 'desc')
    .orderBy('newest_player_id', 'desc')
    .limit(slot('limit')),
);

const oldestBlocks = statement<{ achievementId: number; limit: number }>()((db, slot) =>
  db
    .selectFrom('unlock_block')
    .selectAll()
    .where('achievement_id', '=', slot('achievementId'))
    .orderBy('newest_at')
    .orderBy('newest_player_id')
    .limit(slot('limit')),
);

interface BlockKey extends UnlockPlace {
  readonly achievementId: number;
}

function isBlock<Key extends BlockKey>(slot: Slots<Key>) {
  return sql<boolean>`achievement_id = ${slot('achievementId')}
    and newest_at = ${slot('at')} and newest_player_id = ${slot('playerId')}`;
}

/** Adds to the block in which a place lies: the oldest one that does not end before it. */
const addToBlock = statement<BlockKey & { by: number }>()((db, slot) =>
  db
    .updateTable('unlock_block')
    .set((row) => ({ unlocks: row('unlocks', '+', slot('by')) }))
    .where('achievement_id', '=', slot('achievementId'))
    .where(
      sql<boolean>`(newest_at, newest_player_id) = (
        select newest_at, newest_player_id from unlock_block where achievement_id = ${slot('achievementId')}
          and (newest_at, newest_player_id) >= (${slot('at')}, ${slot('playerId')})
        order by newest_at, newest_player_id limit 1)`,
    )
    .returningAll(),
);

const insertBlocks = bulkInsert(
  'unlock_block',
  ['achievement_id', 'newest_at', 'newest_player_id', 'unlocks'],
  (insert) => insert,
);

const insertOlderHalf = statement<BlockKey & { newer: number; older: number }>()((db, slot) =>
  db
    .insertInto('unlock_block')
    .columns(['achievement_id', 'newest_at', 'newest_player_id', 'unlocks'])
    .expression(
      sql`select achievement_id, awarded_at, player_id, cast(${slot('older')} as integer) from unlock
        where achievement_id = ${slot('achievementId')} and tracked = 1
          and (awarded_at, player_id) <= (${slot('at')}, ${slot('playerId')})
        order by awarded_at desc, player_id desc limit 1 offset ${slot('newer')}`,
    ),
);

const setUnlocks = statement<BlockKey & { unlocks: number }>()((db, slot) =>
  db
    .updateTable('unlock_block')
    .set((row) => ({ unlocks: row.parens(slot('unlocks')) }))
    .where(isBlock(slot)),
);

const TOUCHED_ACHIEVEMENTS = sql`select achievement.id from achievement
  join touched_game on touched_game.game_id = achievement.game_id`;

const deleteTouchedBlocks = statement<object>()((db) =>
  db.deleteFrom('unlock_block').where(sql<boolean>`achievement_id in (${TOUCHED_ACHIEVEMENTS})`),
);

const cutTouchedLists = statement<{ blockSize: number }>()((db, slot) =>
  db
    .insertInto('unlock_block')
    .columns(['achievement_id', 'newest_at', 'newest_player_id', 'unlocks'])
    .expression(
      sql`select achievement_id,
          case newer when 0 then ${sql.lit(NEWEST.at)} else awarded_at end,
          case newer when 0 then ${sql.lit(NEWEST.playerId)} else player_id end,
          case when unlocks - newer < ${slot('blockSize')} then unlocks - newer else ${slot('blockSize')} end
        from (
          select unlock.achievement_id, unlock.awarded_at, unlock.player_id, achievement.unlocks,
            row_number() over (partition by unlock.achievement_id
              order by unlock.awarded_at desc, unlock.player_id desc) - 1 as newer
          from achievement join unlock on unlock.achievement_id = achievement.id and unlock.tracked = 1
          where achievement.id in (${TOUCHED_ACHIEVEMENTS}) and achievement.unlocks > 2 * ${slot('blockSize')}
        ) as listed
        where newer % ${slot('blockSize')} = 0`,
    ),
);
