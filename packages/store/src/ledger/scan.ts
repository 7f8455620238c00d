import type { AwardKind, Awards, LedgerEntry } from '@laurel/domain';
import type { Selectable } from 'kysely';
import type { Session } from '../engine/engine.ts';
import type { PlayerGameTable, PlayerTable } from '../schema.ts';
import { statement } from '../statement.ts';
import { awardKind, awardsOf } from './standing-rows.ts';
import { entryOf } from './unlock-rows.ts';

/** How many players are read together. */
const PAGE = 100;

/** Everything that the store holds of one player in one game. */
export interface ScannedGame {
  readonly gameId: number;
  readonly unlocks: ReadonlyMap<number, LedgerEntry>;
  /** Unlocks whose mark says something else than whether the player is tracked. */
  readonly mismarked: number;
  /** Unlocks with an S of their own that is not earlier than an H. */
  readonly misdated: readonly {
    readonly achievementId: number;
    readonly s: number | null;
    readonly awardedAt: number;
  }[];
  readonly awards: Awards;
  /** The awards that the lists of all players show. */
  readonly listedAwards: readonly AwardKind[];
  /** The derived row, as it is stored. */
  readonly row: PlayerGameTable | undefined;
}

export interface ScannedPlayer {
  readonly player: Selectable<PlayerTable>;
  /** By game id. */
  readonly games: readonly ScannedGame[];
}

/** Reads the whole ledger, player by player in the order of their ids, a bounded part at a time. */
export async function* scanLedger(session: Session): AsyncGenerator<ScannedPlayer> {
  let last = -1;
  for (;;) {
    const players = await session.all(pageOfPlayers, { last });
    const end = players.at(-1);
    if (end === undefined) return;
    const range = { from: last, to: end.id };
    const unlocks = byPlayer(await session.all(unlocksOfPlayers, range));
    const awards = byPlayer(await session.all(awardsOfPlayers, range));
    const rows = byPlayer(await session.all(standingsOfPlayers, range));
    for (const player of players) {
      const tracked = 1 - player.untracked;
      const unlocksByGame = byGame(unlocks.get(player.id) ?? []);
      const awardsByGame = byGame(awards.get(player.id) ?? []);
      const rowsByGame = byGame(rows.get(player.id) ?? []);
      const gameIds = new Set([...unlocksByGame.keys(), ...awardsByGame.keys(), ...rowsByGame.keys()]);
      const games = [...gameIds]
        .sort((a, b) => a - b)
        .map((gameId) => {
          const own = unlocksByGame.get(gameId) ?? [];
          const held = awardsByGame.get(gameId) ?? [];
          return {
            gameId,
            unlocks: new Map(own.map((row) => [row.achievement_id, entryOf(row)])),
            mismarked: own.filter((row) => row.tracked !== tracked).length,
            misdated: own
              .filter(
                ({ softcore_at: s, awarded_at, hardcore }) =>
                  s !== null && (hardcore === 0 || s >= awarded_at),
              )
              .map((row) => ({
                achievementId: row.achievement_id,
                s: row.softcore_at,
                awardedAt: row.awarded_at,
              })),
            awards: awardsOf(held),
            listedAwards: held.filter(({ listed }) => listed === 1).map(({ kind }) => awardKind(kind)),
            row: rowsByGame.get(gameId)?.[0],
          };
        });
      yield { player, games };
    }
    last = end.id;
  }
}

function byPlayer<Row extends { player_id: number }>(rows: readonly Row[]): Map<number, Row[]> {
  return Map.groupBy(rows, (row) => row.player_id);
}

function byGame<Row extends { game_id: number }>(rows: readonly Row[]): Map<number, Row[]> {
  return Map.groupBy(rows, (row) => row.game_id);
}

const pageOfPlayers = statement<{ last: number }>()((db, slot) =>
  db.selectFrom('player').selectAll().where('id', '>', slot('last')).orderBy('id').limit(PAGE),
);

const unlocksOfPlayers = statement<{ from: number; to: number }>()((db, slot) =>
  db
    .selectFrom('unlock')
    .crossJoin('achievement')
    .selectAll('unlock')
    .select('achievement.game_id')
    .where('unlock.player_id', '>', slot('from'))
    .where('unlock.player_id', '<=', slot('to'))
    .whereRef('achievement.id', '=', 'unlock.achievement_id')
    .orderBy('unlock.player_id')
    .orderBy('unlock.achievement_id'),
);

const awardsOfPlayers = statement<{ from: number; to: number }>()((db, slot) =>
  db
    .selectFrom('award')
    .selectAll()
    .where('player_id', '>', slot('from'))
    .where('player_id', '<=', slot('to')),
);

const standingsOfPlayers = statement<{ from: number; to: number }>()((db, slot) =>
  db
    .selectFrom('player_game')
    .selectAll()
    .where('player_id', '>', slot('from'))
    .where('player_id', '<=', slot('to')),
);
