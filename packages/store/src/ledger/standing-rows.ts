import {
  AWARD_KINDS,
  type AwardKind,
  type Awards,
  highestAward,
  listedAt,
  NO_PROGRESS,
  type Progress,
  type Standing,
  shownAwards,
} from '@laurel/domain';
import { bulkUpsert } from '../bulk.ts';
import type { AwardTable, PlayerGameTable } from '../schema.ts';
import { statement } from '../statement.ts';
import type { Counted } from './counters.ts';

/** Whose standing, and in which game. */
export interface StandingKey {
  readonly playerId: number;
  readonly gameId: number;
}

export function standingRow({ playerId, gameId }: StandingKey, standing: Standing): PlayerGameTable {
  const { progress, awards } = standing;
  const highest = highestAward(awards);
  return {
    player_id: playerId,
    game_id: gameId,
    achieved: progress.achieved,
    score: progress.score,
    achieved_hardcore: progress.achievedHardcore,
    score_hardcore: progress.scoreHardcore,
    unpromoted: progress.unpromoted,
    unpromoted_hardcore: progress.unpromotedHardcore,
    last_unlock_at: progress.lastUnlockAt,
    award_kind: highest?.kind ?? null,
    award_at: highest?.at ?? null,
    listed_at: listedAt(standing),
  };
}

/** What is counted of a standing, as its row holds it; nothing without a row. */
export function countedOfRow(row: PlayerGameTable | undefined): Counted {
  return { progress: progressOfRow(row), listed: (row?.listed_at ?? null) !== null };
}

/** What is counted of a standing. */
export function countedOf(standing: Standing): Counted {
  return { progress: standing.progress, listed: listedAt(standing) !== null };
}

/** The progress that a row holds; none without a row. */
function progressOfRow(row: PlayerGameTable | undefined): Progress {
  if (row === undefined) return NO_PROGRESS;
  return {
    achieved: row.achieved,
    score: row.score,
    achievedHardcore: row.achieved_hardcore,
    scoreHardcore: row.score_hardcore,
    unpromoted: row.unpromoted,
    unpromotedHardcore: row.unpromoted_hardcore,
    lastUnlockAt: row.last_unlock_at,
  };
}

/** The highest award, as a row of a standing shows it. */
export function highestOfRow(row: PlayerGameTable | undefined): Awards {
  if (row === undefined || row.award_kind === null || row.award_at === null) return {};
  return { [awardKind(row.award_kind)]: row.award_at };
}

/** @param tracked whether the lists of all players show what they hold */
export function awardRows({ playerId, gameId }: StandingKey, awards: Awards, tracked: boolean): AwardTable[] {
  const shown = new Set(shownAwards(awards).map(({ kind }) => kind));
  return AWARD_KINDS.flatMap((kind) => {
    const at = awards[kind];
    const listed = tracked && shown.has(kind) ? 1 : 0;
    return at === undefined ? [] : [{ player_id: playerId, game_id: gameId, kind, at, listed }];
  });
}

export function awardsOf(rows: readonly Pick<AwardTable, 'kind' | 'at'>[]): Awards {
  return Object.fromEntries(rows.map(({ kind, at }) => [awardKind(kind), at]));
}

export function awardKind(kind: string): AwardKind {
  const known = AWARD_KINDS.find((candidate) => candidate === kind);
  if (known === undefined) throw new Error(`The database holds an award of an unknown kind: ${kind}`);
  return known;
}

export const saveStandings = bulkUpsert(
  'player_game',
  ['player_id', 'game_id'],
  [
    'achieved',
    'score',
    'achieved_hardcore',
    'score_hardcore',
    'unpromoted',
    'unpromoted_hardcore',
    'last_unlock_at',
    'award_kind',
    'award_at',
    'listed_at',
  ],
);

export const saveAwards = bulkUpsert('award', ['player_id', 'game_id', 'kind'], ['at', 'listed']);

export const findStanding = statement<StandingKey>()((db, slot) =>
  db
    .selectFrom('player_game')
    .selectAll()
    .where('player_id', '=', slot('playerId'))
    .where('game_id', '=', slot('gameId')),
);

export const findAwards = statement<StandingKey>()((db, slot) =>
  db
    .selectFrom('award')
    .select(['kind', 'at'])
    .where('player_id', '=', slot('playerId'))
    .where('game_id', '=', slot('gameId')),
);
