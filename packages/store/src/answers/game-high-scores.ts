import { sql } from 'kysely';
import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import { listStatement } from '../list-statement.ts';
import { statement } from '../statement.ts';

/** What a player has of a game in hardcore. */
export interface HighScore {
  readonly username: string;
  readonly ulid: string;
  readonly achievedHardcore: number;
  readonly scoreHardcore: number;
  readonly lastHardcoreAt: number;
}

/** How many players a list shows. */
const SHOWN = 10;
/** So many standings are read together: some more, for those of players who are not tracked. */
const READ = 16;

/**
 * The ten tracked players with the highest hardcore scores in a game; equal scores: whose latest unlock was
 * earlier comes first. It costs more only by the untracked players among them.
 */
export async function gameHighScores(session: Session, facts: Facts, gameId: number): Promise<HighScore[]> {
  const standings = await firstTracked(session, (offset) => session.all(listBest, { gameId, offset }));
  return shown(session, facts, gameId, standings);
}

/** The ten tracked players who were the last to have every achievement of the game in hardcore, newest first. */
export async function gameLatestMasters(
  session: Session,
  facts: Facts,
  gameId: number,
): Promise<HighScore[]> {
  const game = await session.first(findSet, { gameId });
  if (game === undefined || game.promoted_count === 0) return [];
  const { promoted_count: count, promoted_points: score } = game;
  const standings = await firstTracked(session, (offset) =>
    session.all(listLatestMasters, { gameId, count, score, offset }),
  );
  return shown(session, facts, gameId, standings);
}

interface StandingShown {
  readonly player_id: number;
  readonly achieved: number;
  readonly achieved_hardcore: number;
  readonly score_hardcore: number;
  readonly last_unlock_at: number | null;
}

/** The first standings of a list that are of tracked players. */
async function firstTracked(
  session: Session,
  read: (offset: number) => Promise<StandingShown[]>,
): Promise<StandingShown[]> {
  const found: StandingShown[] = [];
  for (let offset = 0; ; offset += READ) {
    const standings = await read(offset);
    const untracked = await listUntracked(
      session,
      standings.map(({ player_id }) => player_id),
    );
    const ids = new Set(untracked.map(({ id }) => id));
    found.push(...standings.filter(({ player_id }) => !ids.has(player_id)));
    if (found.length >= SHOWN || standings.length < READ) return found.slice(0, SHOWN);
  }
}

async function shown(
  session: Session,
  facts: Facts,
  gameId: number,
  standings: readonly StandingShown[],
): Promise<HighScore[]> {
  const players = await facts.players(standings.map(({ player_id }) => player_id));
  const scores: HighScore[] = [];
  for (const [index, standing] of standings.entries()) {
    const player = players[index];
    if (player === undefined) throw new Error(`Player ${standing.player_id} is not there`);
    scores.push({
      username: player.username,
      ulid: player.ulid,
      achievedHardcore: standing.achieved_hardcore,
      scoreHardcore: standing.score_hardcore,
      lastHardcoreAt: await lastHardcoreAt(session, gameId, standing),
    });
  }
  return scores;
}

/** The player's latest hardcore unlock in the game, of which they have one: where all are, the latest of all. */
async function lastHardcoreAt(session: Session, gameId: number, standing: StandingShown): Promise<number> {
  if (standing.achieved === standing.achieved_hardcore) return standing.last_unlock_at ?? 0;
  const unlocks = await session.all(listHardcore, { gameId, playerId: standing.player_id });
  return Math.max(...unlocks.map((unlock) => unlock.awarded_at));
}

const findSet = statement<{ gameId: number }>()((db, slot) =>
  db.selectFrom('game').select(['promoted_count', 'promoted_points']).where('id', '=', slot('gameId')),
);

const SHOWN_COLUMNS = [
  'player_id',
  'achieved',
  'achieved_hardcore',
  'score_hardcore',
  'last_unlock_at',
] as const;

const listBest = statement<{ gameId: number; offset: number }>()((db, slot) =>
  db
    .selectFrom('player_game')
    .select(SHOWN_COLUMNS)
    .where('game_id', '=', slot('gameId'))
    .where('achieved_hardcore', '>', sql.lit(0))
    .orderBy('score_hardcore', 'desc')
    .orderBy('last_unlock_at')
    .orderBy('player_id')
    .limit(sql.lit(READ))
    .offset(slot('offset')),
);

const listLatestMasters = statement<{ gameId: number; count: number; score: number; offset: number }>()(
  (db, slot) =>
    db
      .selectFrom('player_game')
      .select(SHOWN_COLUMNS)
      .where('game_id', '=', slot('gameId'))
      .where('score_hardcore', '=', slot('score'))
      .where('achieved_hardcore', '=', slot('count'))
      .orderBy('last_unlock_at', 'desc')
      .orderBy('player_id', 'desc')
      .limit(sql.lit(READ))
      .offset(slot('offset')),
);

const listUntracked = listStatement((db, ids) =>
  db.selectFrom('player').select('id').where('id', 'in', ids).where('untracked', '=', sql.lit(1)),
);

/** The hardcore unlocks of a player in a promoted set, each by its key. */
const listHardcore = statement<{ gameId: number; playerId: number }>()((db, slot) =>
  db
    .selectFrom('achievement')
    .crossJoin('unlock')
    .select('unlock.awarded_at')
    .where('achievement.game_id', '=', slot('gameId'))
    .where('achievement.promoted', '=', 1)
    .where('unlock.player_id', '=', slot('playerId'))
    .whereRef('unlock.achievement_id', '=', 'achievement.id')
    .where('unlock.hardcore', '=', 1),
);
