import { type AchievementKind, trueRatio } from '@laurel/domain';
import { sql } from 'kysely';
import { achievementKind } from '../catalogue/achievement-set.ts';
import type { Builder, Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import type { PlayerLines } from '../facts/player-lines.ts';
import { together } from '../facts/soon.ts';
import { findBlock, type UnlockPlace } from '../ledger/unlock-blocks.ts';
import { atMost, type RowOf, type Slots, statement } from '../statement.ts';

/** An achievement, where it belongs, how often it was unlocked, and one page of its unlock list. */
export interface AchievementUnlocks {
  readonly achievement: {
    readonly id: number;
    readonly title: string;
    readonly description: string;
    readonly points: number;
    readonly trueRatio: number;
    readonly author: string;
    /** Null where the author is not a player. */
    readonly authorUlid: string | null;
    readonly createdAt: number;
    readonly modifiedAt: number;
    readonly kind: AchievementKind | null;
  };
  readonly system: { readonly id: number; readonly name: string };
  readonly game: { readonly id: number; readonly title: string };
  readonly unlocksCount: number;
  readonly unlocksHardcoreCount: number;
  readonly totalPlayers: number;
  readonly unlocks: readonly { readonly awardedAt: number; readonly hardcore: boolean }[];
  /** Whose each of `unlocks` is. */
  readonly players: PlayerLines;
}

/** A part of a list: `count` rows after the first `offset`. */
export interface Page {
  readonly count: number;
  readonly offset: number;
}

/** The achievement with one page of its unlocks, newest first, or undefined where there is none. */
export async function achievementUnlocks(
  session: Session,
  facts: Facts,
  achievementId: number,
  page: Page,
): Promise<AchievementUnlocks | undefined> {
  const { count, offset } = page;
  // At once: on PostgreSQL, each wait is a message there and back.
  const found = session.first(findAchievement, { achievementId });
  const newest = offset === 0 ? session.all(listNewest, { achievementId, count }) : undefined;
  // Awaited below; should both fail, nobody waits for this one, and Node would end the process.
  newest?.catch(() => {});
  const row = await found;
  if (row === undefined) return undefined;
  const unlocks = await (newest ?? listDeep(session, achievementId, row.unlocks, page));
  const [players, author, game, played] = await together([
    facts.listedPlayers(unlocks.map((unlock) => unlock.player_id)),
    row.author === '' ? undefined : facts.player({ kind: 'username', username: row.author }),
    facts.game(row.game_id),
    facts.gamePlayers(row.game_id),
  ]);
  if (game === undefined || played === undefined)
    throw new Error(`Achievement ${achievementId} is of a game that is not there`);
  return {
    achievement: {
      id: achievementId,
      title: row.title,
      description: row.description,
      points: row.points,
      trueRatio: trueRatio(row.points, played.playersHardcore, row.unlocks_hardcore),
      author: row.author,
      authorUlid: author?.ulid ?? null,
      createdAt: row.created_at,
      modifiedAt: row.modified_at,
      kind: achievementKind(row.kind),
    },
    system: { id: game.systemId, name: game.systemName },
    game: { id: row.game_id, title: game.title },
    unlocksCount: row.unlocks,
    unlocksHardcoreCount: row.unlocks_hardcore,
    totalPlayers: played.players,
    unlocks: unlocks.map(({ awarded_at, hardcore }) => ({ awardedAt: awarded_at, hardcore: hardcore === 1 })),
    players,
  };
}

/** The rows of a page that is not the first; none behind the end of the list. */
async function listDeep(
  session: Session,
  achievementId: number,
  unlocks: number,
  { count, offset }: Page,
): Promise<RowOf<typeof listNewest>[]> {
  if (offset >= unlocks) return [];
  const { begin, newer } = await findBlock(session, achievementId, unlocks, offset);
  return session.all(listFrom, { achievementId, ...begin, newer, count });
}

/** Written out, not bound: only then do both engines see that the index of unlock lists applies. */
const IN_THE_LIST = sql.lit(1);

const findAchievement = statement<{ achievementId: number }>()((db, slot) =>
  db
    .selectFrom('achievement')
    .select([
      'title',
      'description',
      'points',
      'kind',
      'author',
      'created_at',
      'modified_at',
      'unlocks',
      'unlocks_hardcore',
      'game_id',
    ])
    .where('id', '=', slot('achievementId')),
);

function unlockList<Arguments extends { achievementId: number; count: number }>(
  db: Builder,
  slot: Slots<Arguments>,
) {
  return db
    .selectFrom('unlock')
    .select(['player_id', 'awarded_at', 'hardcore'])
    .where('achievement_id', '=', slot('achievementId'))
    .where('tracked', '=', IN_THE_LIST)
    .orderBy('awarded_at', 'desc')
    .orderBy('player_id', 'desc')
    .limit(atMost(slot('count')));
}

/** With no place to compare each row with: a tenth faster. */
const listNewest = statement<{ achievementId: number; count: number }>()((db, slot) => unlockList(db, slot));

/** From a place on, but for so many that are newer than the page. */
const listFrom = statement<UnlockPlace & { achievementId: number; newer: number; count: number }>()(
  (db, slot) =>
    unlockList(db, slot)
      .where(sql<boolean>`(awarded_at, player_id) <= (${slot('at')}, ${slot('playerId')})`)
      .offset(slot('newer')),
);
