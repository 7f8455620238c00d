import type { AwardKind } from '@laurel/domain';
import { sql } from 'kysely';
import type { Builder, Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import type { GameFacts } from '../facts/games.ts';
import { awardKind } from '../ledger/standing-rows.ts';
import type { Player, PlayerIdentifier } from '../players.ts';
import { atMost, type Slots, statement } from '../statement.ts';
import type { Page } from './achievement-unlocks.ts';

/** How many games a player's completion progress has, and one page of them. */
export interface UserCompletionProgress {
  readonly total: number;
  readonly games: readonly {
    readonly game: GameFacts;
    readonly achieved: number;
    readonly achievedHardcore: number;
    readonly lastAwardedAt: number;
    readonly highestAward: { readonly kind: AwardKind; readonly at: number } | null;
  }[];
}

/** One page of a player's completion progress, newest first; nothing for a player who does not exist. */
export async function userCompletionProgress(
  session: Session,
  facts: Facts,
  player: PlayerIdentifier,
  page: Page,
): Promise<UserCompletionProgress> {
  const found = await facts.player(player);
  if (found === undefined) return { total: 0, games: [] };
  const rows = await listGames(session, found, page);
  const games = await facts.games(rows.map((row) => row.game_id));
  return { total: found.gamesListed, games: rows.map((row, index) => listed(row, games[index])) };
}

function listed(row: ListedRow, game: GameFacts | undefined): UserCompletionProgress['games'][number] {
  if (game === undefined) throw new Error(`The ledger names game ${row.game_id}, which is not there`);
  return {
    game,
    achieved: row.achieved,
    achievedHardcore: row.achieved_hardcore,
    lastAwardedAt: row.listed_at,
    highestAward:
      row.award_kind === null || row.award_at === null
        ? null
        : { kind: awardKind(row.award_kind), at: row.award_at },
  };
}

/** Reads the page from the nearer end of the list. */
async function listGames(session: Session, player: Player, { count, offset }: Page) {
  const left = player.gamesListed - offset;
  if (left <= 0) return [];
  const older = Math.max(left - count, 0);
  const [walk, passed] = offset <= older ? [fromNewest, offset] : [fromOldest, older];
  const rows = await listAlong(session, walk, player.id, passed, Math.min(count, left));
  return walk === fromOldest ? rows.reverse() : rows;
}

async function listAlong(session: Session, walk: Walk, playerId: number, passed: number, count: number) {
  if (passed === 0) return session.all(walk.list, { playerId, count });
  const begin = await session.first(walk.skip, { playerId, offset: passed });
  return begin === undefined ? [] : session.all(walk.listFrom, { playerId, ...begin, count });
}

type ListedRow = Awaited<ReturnType<typeof listGames>>[number];

/** A place in a completion progress: newest first, then by game. */
interface Place {
  readonly at: number;
  readonly gameId: number;
}

const fromNewest = walk('desc', 'asc', '<', '>=');
const fromOldest = walk('asc', 'desc', '>', '<=');
type Walk = typeof fromNewest;

/** Ways along the list from one of its ends. */
function walk(order: 'asc' | 'desc', orderOfGames: 'asc' | 'desc', beyond: '<' | '>', gameFrom: '<=' | '>=') {
  const listing = <Arguments extends { playerId: number; count: number }>(
    db: Builder,
    slot: Slots<Arguments>,
  ) =>
    db
      .selectFrom('player_game')
      .select(['game_id', 'achieved', 'achieved_hardcore', 'award_kind', 'award_at'])
      .select((row) => row.ref('listed_at').$notNull().as('listed_at'))
      .where('player_id', '=', slot('playerId'))
      .where('listed_at', 'is not', null)
      .orderBy('listed_at', order)
      .orderBy('game_id', orderOfGames)
      .limit(atMost(slot('count')));
  return {
    /** So many from the end on. */
    skip: statement<{ playerId: number; offset: number }>()((db, slot) =>
      db
        .selectFrom('player_game')
        .select((row) => [row.ref('listed_at').$notNull().as('at'), 'game_id as gameId'])
        .where('player_id', '=', slot('playerId'))
        .where('listed_at', 'is not', null)
        .orderBy('listed_at', order)
        .orderBy('game_id', orderOfGames)
        .limit(sql.lit(1))
        .offset(slot('offset')),
    ),
    /** From the end on: with no place to compare each row with. */
    list: statement<{ playerId: number; count: number }>()((db, slot) => listing(db, slot)),
    /** From a place on. */
    listFrom: statement<Place & { playerId: number; count: number }>()((db, slot) =>
      listing(db, slot)
        .where('listed_at', `${beyond}=`, slot('at'))
        .where((row) =>
          row.or([row('listed_at', beyond, slot('at')), row('game_id', gameFrom, slot('gameId'))]),
        ),
    ),
  };
}
