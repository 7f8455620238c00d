import { AWARD_KINDS, awardsEarned, type WorldRecord } from '@laurel/domain';
import type { Engine, Session } from '../engine/engine.ts';
import { type ScannedPlayer, scanLedger } from '../ledger/scan.ts';
import { SetCache } from '../ledger/set-cache.ts';
import { statement } from '../statement.ts';
import { exportCatalogue, inPages } from './catalogue-export.ts';

type Take = (record: WorldRecord) => void | Promise<void>;

/** How many rows are read together. */
const PAGE = 500;

/**
 * Gives the whole world in an order in which it can be imported: the catalogue, the players, then what each
 * of them did, by id. The same store always gives the same records.
 */
export function exportWorld(engine: Engine, take: Take, rules: { masteryMinimum: number }): Promise<void> {
  return engine.read(async (session) => {
    await exportCatalogue(session, take);
    await exportUsers(session, take);
    const sets = new SetCache(session);
    for await (const scanned of scanLedger(session)) {
      for (const record of ledgerRecords(scanned)) await take(record);
      for (const game of scanned.games) {
        const earned = awardsEarned(await sets.get(game.gameId), game.unlocks, rules.masteryMinimum);
        for (const kind of AWARD_KINDS) {
          const at = game.awards[kind];
          // What the import derives by itself is not told.
          if (at === undefined || at === earned[kind]) continue;
          await take({ type: 'award', user: scanned.player.name, gameId: game.gameId, kind, at });
        }
      }
    }
    await exportScores(session, take);
  });
}

async function exportUsers(session: Session, take: Take): Promise<void> {
  await inPages(
    (last) => session.all(players, { last }),
    async (row) => {
      await take({
        type: 'user',
        username: row.name,
        id: row.id,
        ulid: row.ulid,
        joinedAt: row.joined_at,
        motto: row.motto,
        untracked: row.untracked === 1,
      });
    },
  );
}

function* ledgerRecords({ player, games }: ScannedPlayer): Generator<WorldRecord> {
  for (const { unlocks } of games) {
    for (const [achievementId, { softcoreAt, hardcoreAt }] of unlocks) {
      const unlock = { type: 'unlock', user: player.name, achievementId } as const;
      if (softcoreAt !== hardcoreAt) yield { ...unlock, at: softcoreAt, hardcore: false };
      if (hardcoreAt !== null) yield { ...unlock, at: hardcoreAt, hardcore: true };
    }
  }
}

async function exportScores(session: Session, take: Take): Promise<void> {
  for (let last = { leaderboard: -1, player: -1, at: -1, value: 0 }; ; ) {
    const rows = await session.all(scores, last);
    for (const row of rows) {
      const { leaderboard_id: leaderboardId, value, at } = row;
      await take({ type: 'score', user: row.name, leaderboardId, value, at });
    }
    const end = rows.at(-1);
    if (end === undefined) return;
    last = { leaderboard: end.leaderboard_id, player: end.player_id, at: end.at, value: end.value };
  }
}

const players = statement<{ last: number }>()((db, slot) =>
  db.selectFrom('player').selectAll().where('id', '>', slot('last')).orderBy('id').limit(PAGE),
);

const scores = statement<{ leaderboard: number; player: number; at: number; value: number }>()((db, slot) =>
  db
    .selectFrom('score')
    .innerJoin('player', 'player.id', 'score.player_id')
    .select(['score.leaderboard_id', 'score.player_id', 'score.at', 'score.value', 'player.name'])
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('score.leaderboard_id', 'score.player_id', 'score.at', 'score.value'),
        '>',
        tuple(slot('leaderboard'), slot('player'), slot('at'), slot('value')),
      ),
    )
    .orderBy('score.leaderboard_id')
    .orderBy('score.player_id')
    .orderBy('score.at')
    .orderBy('score.value')
    .limit(PAGE),
);
