import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { NewUnlock } from './new-unlocks.ts';

const POINTS = 5;

/** How far a player is in a game, in both modes. */
interface Standing {
  achieved: number;
  hardcore: number;
}

/**
 * On a database of Laurel: gives what writes the rows that a new unlock changes, and does nothing else. It reads
 * nothing, checks nothing, and takes every achievement as promoted and worth the same. The indexes of the tables
 * come along; the blocks of long unlock lists and the bands of points are left out.
 */
export function bareUnlocks(database: DatabaseSync): (unlock: NewUnlock) => void {
  const prepared = prepare(database);
  const standings = new Map<string, Standing>();
  let at = Math.floor(Date.now() / 1000);
  return ({ player, game, achievement, hardcore }) => {
    at += 1;
    const name = `${player}/${game}`;
    const before = standings.get(name) ?? { achieved: 0, hardcore: 0 };
    const step = Number(hardcore);
    const after = { achieved: before.achieved + 1, hardcore: before.hardcore + step };
    standings.set(name, after);
    const isFirst = Number(before.achieved === 0);
    const isFirstHardcore = Number(hardcore && before.hardcore === 0);
    const [score, scoreHardcore] = [POINTS * after.achieved, POINTS * after.hardcore];
    prepared.unlock.run(player, achievement, at, step);
    prepared.standing.run(player, game, after.achieved, score, after.hardcore, scoreHardcore, at);
    prepared.player.run(player, POINTS * step, POINTS - POINTS * step, isFirst, at);
    prepared.achievement.run(achievement, step);
    if (isFirst || isFirstHardcore) prepared.game.run(game, isFirst, isFirstHardcore);
    move(prepared.bucket, game, 0, before.achieved, after.achieved);
    if (hardcore) move(prepared.bucket, game, 1, before.hardcore, after.hardcore);
  };
}

function move(bucket: StatementSync, game: number, hardcore: 0 | 1, from: number, to: number): void {
  if (from > 0) bucket.run(game, hardcore, from, -1);
  bucket.run(game, hardcore, to, 1);
}

function prepare(database: DatabaseSync) {
  return {
    unlock: database.prepare(`
      insert into unlock (player_id, achievement_id, awarded_at, hardcore, tracked) values (?, ?, ?, ?, 1)`),
    standing: database.prepare(`
      insert into player_game (player_id, game_id, achieved, score, achieved_hardcore, score_hardcore,
        unpromoted, unpromoted_hardcore, last_unlock_at, listed_at)
      values (?1, ?2, ?3, ?4, ?5, ?6, 0, 0, ?7, ?7)
      on conflict do update set achieved = ?3, score = ?4, achieved_hardcore = ?5, score_hardcore = ?6,
        last_unlock_at = ?7, listed_at = ?7`),
    player: database.prepare(`
      update player set points_hardcore = points_hardcore + ?2, points_softcore = points_softcore + ?3,
        games_listed = games_listed + ?4, last_unlock_at = ?5
      where id = ?1`),
    achievement: database.prepare(`
      update achievement set unlocks = unlocks + 1, unlocks_hardcore = unlocks_hardcore + ?2 where id = ?1`),
    game: database.prepare(`
      update game set players = players + ?2, players_hardcore = players_hardcore + ?3 where id = ?1`),
    bucket: database.prepare(`
      insert into distribution (game_id, promoted, hardcore, achieved, players) values (?1, 1, ?2, ?3, ?4)
      on conflict do update set players = players + ?4`),
  };
}
