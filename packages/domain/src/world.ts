import type { AwardKind } from './awards.ts';
import type { AchievementKind } from './catalogue.ts';

/**
 * The records of a world (WORLD_FORMAT.md) as plain values: times are seconds since 1970. What may be left
 * out is optional; a record that comes again and leaves a field out keeps what it had.
 */
export type WorldRecord =
  | SystemRecord
  | GameRecord
  | AchievementRecord
  | LeaderboardRecord
  | UserRecord
  | UnlockRecord
  | AwardRecord
  | ScoreRecord;

export interface SystemRecord {
  readonly type: 'system';
  readonly id: number;
  readonly name: string;
  readonly active?: boolean;
  readonly iconUrl?: string;
}

export interface GameHash {
  readonly md5: string;
  readonly name?: string;
  readonly labels?: readonly string[];
}

export interface GameRecord {
  readonly type: 'game';
  readonly id: number;
  readonly systemId: number;
  readonly title: string;
  readonly icon?: string;
  readonly imageTitle?: string;
  readonly imageIngame?: string;
  readonly imageBoxArt?: string;
  readonly publisher?: string;
  readonly developer?: string;
  readonly genre?: string;
  /** A calendar date, `1991-06-23`. */
  readonly released?: string;
  readonly richPresence?: string;
  readonly hashes?: readonly GameHash[];
}

export interface AchievementRecord {
  readonly type: 'achievement';
  readonly id: number;
  readonly gameId: number;
  readonly title: string;
  readonly description: string;
  readonly points: number;
  readonly kind?: AchievementKind | null;
  readonly promoted?: boolean;
  readonly author?: string;
  readonly badge?: string;
  readonly trigger?: string;
  readonly order?: number;
  readonly createdAt?: number;
  readonly modifiedAt?: number;
}

export interface LeaderboardRecord {
  readonly type: 'leaderboard';
  readonly id: number;
  readonly gameId: number;
  readonly title: string;
  readonly description: string;
  readonly format: string;
  readonly lowerIsBetter?: boolean;
  readonly definition?: string;
  readonly order?: number;
}

export interface UserRecord {
  readonly type: 'user';
  readonly username: string;
  readonly id?: number;
  readonly ulid?: string;
  readonly joinedAt?: number;
  readonly motto?: string;
  readonly untracked?: boolean;
}

export interface UnlockRecord {
  readonly type: 'unlock';
  readonly user: string;
  readonly achievementId: number;
  readonly at: number;
  readonly hardcore: boolean;
}

export interface AwardRecord {
  readonly type: 'award';
  readonly user: string;
  readonly gameId: number;
  readonly kind: AwardKind;
  readonly at: number;
}

export interface ScoreRecord {
  readonly type: 'score';
  readonly user: string;
  readonly leaderboardId: number;
  readonly value: number;
  readonly at: number;
}
