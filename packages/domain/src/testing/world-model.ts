import type { WorldRecord } from '../world.ts';
import { AwardBook } from './award-book.ts';
import type { ModelCompletion, ModelProgress, ModelRecentUnlock, ModelUnlocks } from './model-answers.ts';
import { type GrantedAward, modelAwards } from './model-awards.ts';
import { type Mode, type RecordedAchievement, type RecordedPlayer, RecordedWorld } from './recorded-world.ts';

/**
 * A whole world by the book: what RULES.md says, computed from scratch for every question out of the records
 * so far. It shares no rule with the rest of the domain and remembers nothing but records and awards, so
 * that what is derived step by step elsewhere can be checked against it.
 *
 * Give it records with {@link apply}, and say {@link endImport} where an import ends; a single unlock or
 * change that stands alone is an import of one record. All times are seconds since 1970.
 */
export class WorldModel {
  readonly #world = new RecordedWorld();
  readonly #awards = new AwardBook();
  readonly #masteryMinimum: number;

  constructor(masteryMinimum = 6) {
    this.#masteryMinimum = masteryMinimum;
  }

  /** Takes one record in. Throws where it cannot follow what came before (see {@link RecordedWorld.add}). */
  apply(record: WorldRecord): void {
    this.#world.add(record);
    if (record.type === 'award') {
      this.#awards.grant(this.#world.knownPlayer(record.user).id, record.gameId, record);
    }
  }

  /** Looks at the awards of every player for every game: what is earned now is granted, for good. */
  endImport(): void {
    for (const player of this.#world.players()) {
      for (const gameId of this.#world.gameIds) {
        const set = this.#promoted(gameId).map(({ id, kind }) => ({
          kind,
          softcoreAt: this.#world.unlockedAt(player, id, 'softcore'),
          hardcoreAt: this.#world.unlockedAt(player, id, 'hardcore'),
        }));
        for (const award of modelAwards(set, this.#masteryMinimum))
          this.#awards.grant(player.id, gameId, award);
      }
    }
  }

  /** The points of a player. Throws if there is none of this name. */
  points(username: string): { hardcore: number; softcore: number } {
    const player = this.#world.knownPlayer(username);
    const promoted = [...this.#world.achievements.values()].filter((achievement) => achievement.promoted);
    const hardcore = this.#unlocked(player, promoted, 'hardcore');
    const softcoreOnly = this.#unlocked(player, promoted, 'softcore').filter(
      (one) => !hardcore.includes(one),
    );
    return { hardcore: sumOfPoints(hardcore), softcore: sumOfPoints(softcoreOnly) };
  }

  /** Tracked players of a game: `total` with an S (`TotalPlayers`), `hardcore` with an H (P of TrueRatio). */
  players(gameId: number): { total: number; hardcore: number } {
    const set = this.#promoted(gameId);
    return {
      total: this.#tracked().filter((player) => this.#unlocked(player, set, 'softcore').length > 0).length,
      hardcore: this.#tracked().filter((player) => this.#unlocked(player, set, 'hardcore').length > 0).length,
    };
  }

  /** The awards that a player holds for a game, from low to high. Throws if there is no player of this name. */
  awards(username: string, gameId: number): GrantedAward[] {
    return this.#awards.held(this.#world.knownPlayer(username).id, gameId);
  }

  /** Counts, TrueRatio and the whole unlock list of an achievement, in its order; null where there is none. */
  achievementUnlocks(achievementId: number): ModelUnlocks | null {
    const achievement = this.#world.achievements.get(achievementId);
    if (achievement === undefined) return null;

    const unlockers = this.#tracked().flatMap((player) => {
      const softcoreAt = this.#world.unlockedAt(player, achievementId, 'softcore');
      const hardcoreAt = this.#world.unlockedAt(player, achievementId, 'hardcore');
      return softcoreAt === undefined ? [] : [{ player, awardedAt: hardcoreAt ?? softcoreAt, hardcoreAt }];
    });
    unlockers.sort((a, b) => b.awardedAt - a.awardedAt || b.player.id - a.player.id);

    const unlocksHardcoreCount = unlockers.filter((unlocker) => unlocker.hardcoreAt !== undefined).length;
    const players = this.players(achievement.gameId);
    return {
      unlocksCount: unlockers.length,
      unlocksHardcoreCount,
      totalPlayers: players.total,
      trueRatio: modelTrueRatio(achievement.points, players.hardcore, unlocksHardcoreCount),
      unlocks: unlockers.map(({ player, awardedAt, hardcoreAt }) => ({
        username: player.username,
        pointsHardcore: this.points(player.username).hardcore,
        pointsSoftcore: this.points(player.username).softcore,
        awardedAt,
        hardcore: hardcoreAt !== undefined,
      })),
    };
  }

  /** The newest unlocks of promoted achievements by tracked players, newest first; then by player, the last id first, and game. */
  recentUnlocks(count: number): ModelRecentUnlock[] {
    const unlocks = this.#tracked().flatMap((player) =>
      [...this.#world.achievements.values()].flatMap(({ id, gameId, promoted }) => {
        const hardcoreAt = this.#world.unlockedAt(player, id, 'hardcore');
        const at = hardcoreAt ?? this.#world.unlockedAt(player, id, 'softcore');
        if (!promoted || at === undefined) return [];
        return { player, gameId, achievementId: id, awardedAt: at, hardcore: hardcoreAt !== undefined };
      }),
    );
    return unlocks
      .sort(
        (a, b) =>
          b.awardedAt - a.awardedAt ||
          b.player.id - a.player.id ||
          a.gameId - b.gameId ||
          a.achievementId - b.achievementId,
      )
      .slice(0, count)
      .map(({ player, gameId: _, ...unlock }) => ({ username: player.username, ...unlock }));
  }

  /** The games that somebody plays, those with the most players first; then by id. */
  mostPlayedGames(count: number): { id: number; players: number }[] {
    return [...this.#world.gameIds]
      .map((id) => ({ id, players: this.players(id).total }))
      .filter(({ players }) => players > 0)
      .sort((a, b) => b.players - a.players || a.id - b.id)
      .slice(0, count);
  }

  /** A player's progress in each of these games, all 0 in a game that does not exist; none for no player. */
  userProgress(username: string, gameIds: readonly number[]): ModelProgress[] {
    const player = this.#world.player(username);
    if (player === undefined) return [];
    return gameIds.map((gameId) => {
      const set = this.#promoted(gameId);
      const inAnyMode = this.#unlocked(player, set, 'softcore');
      const inHardcore = this.#unlocked(player, set, 'hardcore');
      return {
        gameId,
        possibleAchievements: set.length,
        possibleScore: sumOfPoints(set),
        achieved: inAnyMode.length,
        score: sumOfPoints(inAnyMode),
        achievedHardcore: inHardcore.length,
        scoreHardcore: sumOfPoints(inHardcore),
      };
    });
  }

  /** A player's completion progress, every row in order; none for no player. */
  completionProgress(username: string): ModelCompletion[] {
    const player = this.#world.player(username);
    if (player === undefined) return [];
    const rows = [...this.#world.gameIds].flatMap((gameId) => {
      const set = this.#promoted(gameId);
      const times = (['softcore', 'hardcore'] as const).flatMap((mode) =>
        set.flatMap(({ id }) => this.#world.unlockedAt(player, id, mode) ?? []),
      );
      const highestAward = this.awards(username, gameId).at(-1) ?? null;
      const lastAwardedAt = times.sort((a, b) => b - a)[0] ?? highestAward?.at;
      if (lastAwardedAt === undefined) return [];
      return {
        gameId,
        maxPossible: set.length,
        achieved: this.#unlocked(player, set, 'softcore').length,
        achievedHardcore: this.#unlocked(player, set, 'hardcore').length,
        lastAwardedAt,
        highestAward,
      };
    });
    return rows.sort((a, b) => b.lastAwardedAt - a.lastAwardedAt || a.gameId - b.gameId);
  }

  /** How many tracked players have exactly 1, 2, … of a game's promoted (or unpromoted) achievements. */
  distribution(gameId: number, promoted: boolean, hardcore: boolean): number[] {
    const set = this.#set(gameId).filter((achievement) => achievement.promoted === promoted);
    const mode = hardcore ? 'hardcore' : 'softcore';
    return set.map((_, index) => {
      const exactly = index + 1;
      return this.#tracked().filter((player) => this.#unlocked(player, set, mode).length === exactly).length;
    });
  }

  #set(gameId: number): RecordedAchievement[] {
    return [...this.#world.achievements.values()].filter((achievement) => achievement.gameId === gameId);
  }

  #promoted(gameId: number): RecordedAchievement[] {
    return this.#set(gameId).filter((achievement) => achievement.promoted);
  }

  #tracked(): RecordedPlayer[] {
    return this.#world.players().filter((player) => !player.untracked);
  }

  #unlocked(
    player: RecordedPlayer,
    among: readonly RecordedAchievement[],
    mode: Mode,
  ): RecordedAchievement[] {
    return among.filter(({ id }) => this.#world.unlockedAt(player, id, mode) !== undefined);
  }
}

/** TrueRatio in whole numbers of any size, as RULES.md spells it out. */
function modelTrueRatio(points: number, hardcorePlayers: number, hardcoreUnlocks: number): number {
  if (hardcorePlayers === 0) return points;
  const worth = BigInt(points);
  const players = BigInt(hardcorePlayers);
  const unlocks = hardcoreUnlocks === 0 ? 1n : BigInt(hardcoreUnlocks);
  return Number((4n * worth * unlocks + 6n * worth * players) / (10n * unlocks));
}

function sumOfPoints(achievements: readonly RecordedAchievement[]): number {
  return achievements.reduce((sum, achievement) => sum + achievement.points, 0);
}
