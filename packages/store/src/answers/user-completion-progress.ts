import type { AwardKind } from '@laurel/domain';
import { gameIconPath } from '../catalogue/game-icon.ts';
import type { Session } from '../engine/engine.ts';
import { awardKind } from '../ledger/standing-rows.ts';
import { findPlayer, type PlayerIdentifier } from '../players.ts';
import { statement } from '../statement.ts';
import type { Page } from './achievement-unlocks.ts';

/** How many games a player's completion progress has, and one page of them. */
export interface UserCompletionProgress {
  readonly total: number;
  readonly games: readonly {
    readonly gameId: number;
    readonly title: string;
    readonly icon: string;
    readonly systemId: number;
    readonly systemName: string;
    readonly maxPossible: number;
    readonly achieved: number;
    readonly achievedHardcore: number;
    readonly lastAwardedAt: number;
    readonly highestAward: { readonly kind: AwardKind; readonly at: number } | null;
  }[];
}

/** One page of a player's completion progress, newest first; nothing for a player who does not exist. */
export async function userCompletionProgress(
  session: Session,
  player: PlayerIdentifier,
  page: Page,
): Promise<UserCompletionProgress> {
  const found = await findPlayer(session, player);
  if (found === undefined) return { total: 0, games: [] };
  const rows = await session.all(listCompletionProgress, { playerId: found.id, ...page });
  return {
    total: found.gamesListed,
    games: rows.map((row) => ({
      gameId: row.game_id,
      title: row.title,
      icon: row.icon ?? gameIconPath(row.game_id),
      systemId: row.system_id,
      systemName: row.system_name,
      maxPossible: row.promoted_count,
      achieved: row.achieved,
      achievedHardcore: row.achieved_hardcore,
      lastAwardedAt: row.listed_at,
      highestAward:
        row.award_kind === null || row.award_at === null
          ? null
          : { kind: awardKind(row.award_kind), at: row.award_at },
    })),
  };
}

export const listCompletionProgress = statement<{ playerId: number; count: number; offset: number }>()(
  (db, slot) =>
    db
      .selectFrom('player_game')
      .innerJoin('game', 'game.id', 'player_game.game_id')
      .innerJoin('system', 'system.id', 'game.system_id')
      .select([
        'player_game.game_id',
        'player_game.achieved',
        'player_game.achieved_hardcore',
        'player_game.award_kind',
        'player_game.award_at',
        'game.title',
        'game.icon',
        'game.promoted_count',
        'system.id as system_id',
        'system.name as system_name',
      ])
      .select((row) => row.ref('player_game.listed_at').$notNull().as('listed_at'))
      .where('player_game.player_id', '=', slot('playerId'))
      .where('player_game.listed_at', 'is not', null)
      .orderBy('player_game.listed_at', 'desc')
      .orderBy('player_game.game_id')
      .limit(slot('count'))
      .offset(slot('offset')),
);
