import { type AchievementSet, type GameLedger, KINDS_FOR_BEATEN, type LedgerEntry } from '@laurel/domain';
import { sql } from 'kysely';
import { achievementFacts } from '../catalogue/achievement-set.ts';
import type { Builder, Session } from '../engine/engine.ts';
import { type Slots, statement } from '../statement.ts';
import type { StandingKey } from './standing-rows.ts';
import { entryIfAny } from './unlock-rows.ts';

/** Achievements of a game, each with the player's unlock, if there is one. */
const ofGame = (db: Builder, slot: Slots<StandingKey>) =>
  db
    .selectFrom('achievement')
    .leftJoin('unlock', (join) =>
      join
        .onRef('unlock.achievement_id', '=', 'achievement.id')
        .on('unlock.player_id', '=', slot('playerId')),
    )
    .select([
      'achievement.id',
      'achievement.points',
      'achievement.kind',
      'achievement.promoted',
      'unlock.softcore_at',
      'unlock.awarded_at',
      'unlock.hardcore',
    ])
    .where('achievement.game_id', '=', slot('gameId'));

const findWholeSet = statement<StandingKey>()(ofGame);

/** A fifth of the set, mostly. */
const findBeatenBy = statement<StandingKey>()((db, slot) =>
  ofGame(db, slot)
    .where('achievement.promoted', '=', sql.lit(1))
    .where('achievement.kind', 'in', KINDS_FOR_BEATEN.map(sql.lit)),
);

/** What is read of sets. */
export const READ_OF_SETS = [findWholeSet, findBeatenBy];

/** A set, and what a player has unlocked of it. */
export interface SetOfPlayer {
  readonly set: AchievementSet;
  readonly unlocks: GameLedger;
}

/** The set of each of these games, with what the player has of it. */
export function readSetsOfPlayers(session: Session, keys: readonly StandingKey[]): Promise<SetOfPlayer[]> {
  return readSets(session, findWholeSet, keys);
}

/** The same of those achievements alone by which each game is beaten (`countsForBeaten`). */
export function readBeatenBy(session: Session, keys: readonly StandingKey[]): Promise<SetOfPlayer[]> {
  return readSets(session, findBeatenBy, keys);
}

async function readSets(
  session: Session,
  declared: typeof findWholeSet,
  keys: readonly StandingKey[],
): Promise<SetOfPlayer[]> {
  return (await session.each(declared, keys)).map((rows) => {
    const unlocks = new Map<number, LedgerEntry>();
    for (const row of rows) {
      const entry = entryIfAny(row);
      if (entry !== undefined) unlocks.set(row.id, entry);
    }
    return { set: rows.map(achievementFacts), unlocks };
  });
}
