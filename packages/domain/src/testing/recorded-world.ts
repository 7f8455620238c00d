import type { AchievementKind } from '../catalogue.ts';
import type { AchievementRecord, UnlockRecord, UserRecord, WorldRecord } from '../world.ts';

/** A player as the records so far describe one. */
export interface RecordedPlayer {
  readonly id: number;
  /** As spelled by the latest `user` record. */
  readonly username: string;
  readonly untracked: boolean;
}

/** An achievement as the records so far describe it. */
export interface RecordedAchievement {
  readonly id: number;
  readonly gameId: number;
  readonly points: number;
  readonly kind: AchievementKind | null;
  readonly promoted: boolean;
}

export type Mode = 'softcore' | 'hardcore';

/** What the records of a world have said so far, and nothing derived from it (WORLD_FORMAT.md). */
export class RecordedWorld {
  readonly gameIds = new Set<number>();
  readonly achievements = new Map<number, RecordedAchievement>();
  readonly #players = new Map<string, RecordedPlayer>();
  readonly #unlocks = new Map<string, UnlockRecord[]>();

  /** Takes one record in. Throws where it refers to nothing, moves an achievement or changes a player's id. */
  add(record: WorldRecord): void {
    switch (record.type) {
      case 'game':
        this.gameIds.add(record.id);
        return;
      case 'achievement':
        this.#addAchievement(record);
        return;
      case 'user':
        this.#addUser(record);
        return;
      case 'unlock':
        this.#addUnlock(record);
        return;
      case 'award':
        if (!this.gameIds.has(record.gameId)) throw new Error(`award for no game: ${record.gameId}`);
        this.knownPlayer(record.user);
        return;
      case 'system':
      case 'leaderboard':
      case 'score':
        // The model answers nothing that depends on these.
        return;
    }
  }

  players(): RecordedPlayer[] {
    return [...this.#players.values()];
  }

  /** The player of this name, without regard to case. */
  player(username: string): RecordedPlayer | undefined {
    return this.#players.get(username.toLowerCase());
  }

  /** The player of this name. Throws if there is none. */
  knownPlayer(username: string): RecordedPlayer {
    const player = this.player(username);
    if (player === undefined) throw new Error(`no such player: ${username}`);
    return player;
  }

  /** S of RULES.md ('softcore') or H ('hardcore'), out of all recorded unlocks; undefined where there is none. */
  unlockedAt(player: RecordedPlayer, achievementId: number, mode: Mode): number | undefined {
    const unlocks = this.#unlocks.get(unlockKey(player, achievementId)) ?? [];
    const inMode = unlocks.filter((unlock) => mode === 'softcore' || unlock.hardcore);
    return inMode.map((unlock) => unlock.at).sort((a, b) => a - b)[0];
  }

  #addAchievement(record: AchievementRecord): void {
    if (!this.gameIds.has(record.gameId)) throw new Error(`achievement of no game: ${record.gameId}`);
    const before = this.achievements.get(record.id);
    if (before !== undefined && before.gameId !== record.gameId) {
      throw new Error(`achievement ${record.id} moves to another game`);
    }
    const { id, gameId, points } = record;
    const kind = record.kind === undefined ? (before?.kind ?? null) : record.kind;
    const promoted = record.promoted ?? before?.promoted ?? true;
    this.achievements.set(id, { id, gameId, points, kind, promoted });
  }

  #addUser(record: UserRecord): void {
    const before = this.player(record.username);
    const highestId = this.players().reduce((highest, player) => Math.max(highest, player.id), 0);
    const id = record.id ?? before?.id ?? highestId + 1;
    const holder = this.players().find((player) => player.id === id);
    if (holder !== before) throw new Error(`user ${record.username} cannot have the id ${id}`);
    const untracked = record.untracked ?? before?.untracked ?? false;
    this.#players.set(record.username.toLowerCase(), { id, username: record.username, untracked });
  }

  #addUnlock(record: UnlockRecord): void {
    if (!this.achievements.has(record.achievementId))
      throw new Error(`unlock of nothing: ${record.achievementId}`);
    const key = unlockKey(this.knownPlayer(record.user), record.achievementId);
    this.#unlocks.set(key, [...(this.#unlocks.get(key) ?? []), record]);
  }
}

function unlockKey(player: RecordedPlayer, achievementId: number): string {
  return `${player.id} ${achievementId}`;
}
