import type { Generated } from 'kysely';

/**
 * The tables, as both engines hold them. Times are whole seconds since 1970; flags are 0 or 1.
 * Columns and tables marked "derived" follow from the ledger and the catalogue, are written in the same
 * transaction as what they follow from, and are what `laurel verify` recomputes.
 */
export interface Schema {
  system: SystemTable;
  game: GameTable;
  rich_presence: RichPresenceTable;
  game_word: GameWordTable;
  game_hash: GameHashTable;
  achievement: AchievementTable;
  achievement_trigger: AchievementTriggerTable;
  leaderboard: LeaderboardTable;
  player: PlayerTable;
  points_band: PointsBandTable;
  unlock: UnlockTable;
  unlock_block: UnlockBlockTable;
  award: AwardTable;
  award_count: AwardCountTable;
  score: ScoreTable;
  player_game: PlayerGameTable;
  distribution: DistributionTable;
  account: AccountTable;
  connect_token: ConnectTokenTable;
  api_key: ApiKeyTable;
  session: SessionTable;
  shared_secret: SharedSecretTable;
  presence: PresenceTable;
  change: ChangeTable;
  touched_standing: TouchedStandingTable;
  touched_game: TouchedGameTable;
  laurel_version: { version: number };
}

export interface SystemTable {
  id: number;
  name: string;
  active: number;
  icon_url: string | null;
}

export interface GameTable {
  id: number;
  system_id: number;
  title: string;
  icon: string | null;
  image_title: string | null;
  image_ingame: string | null;
  image_box_art: string | null;
  publisher: string | null;
  developer: string | null;
  genre: string | null;
  released: string | null;
  /** Derived: size and points of the promoted set, size of the unpromoted one. */
  promoted_count: Generated<number>;
  promoted_points: Generated<number>;
  unpromoted_count: Generated<number>;
  /** Derived. */
  leaderboards: Generated<number>;
  /** Derived: tracked players with an S, and with an H, on a promoted achievement. */
  players: Generated<number>;
  players_hardcore: Generated<number>;
}

/** The script of a game that has one: apart from the game's row, which is written whenever somebody begins to play. */
export interface RichPresenceTable {
  game_id: number;
  script: string;
}

/**
 * Derived: the words of each game's title, by which it is found, and the whole title as one of them
 * (`catalogue/game-words.ts`).
 */
export interface GameWordTable {
  word: string;
  game_id: number;
}

export interface GameHashTable {
  md5: string;
  game_id: number;
  name: string | null;
  /** A JSON list of strings. */
  labels: string | null;
}

export interface AchievementTable {
  id: number;
  game_id: number;
  title: string;
  description: string;
  points: number;
  kind: string | null;
  promoted: number;
  author: string;
  author_key: string;
  badge: string;
  sort_order: number;
  created_at: number;
  modified_at: number;
  /** Derived: tracked players with an S, and with an H. */
  unlocks: Generated<number>;
  unlocks_hardcore: Generated<number>;
}

/** The condition that unlocks an achievement: apart from its row, which is written with each unlock. */
export interface AchievementTriggerTable {
  achievement_id: number;
  definition: string;
}

export interface LeaderboardTable {
  id: number;
  game_id: number;
  title: string;
  description: string;
  format: string;
  lower_is_better: number;
  definition: string;
  sort_order: number;
}

export interface PlayerTable {
  id: number;
  name: string;
  /** The name in the form in which names are compared. */
  name_key: string;
  ulid: string;
  joined_at: number;
  motto: string;
  untracked: number;
  /** Derived. */
  points_hardcore: Generated<number>;
  points_softcore: Generated<number>;
  /** Derived: rows of the completion progress. */
  games_listed: Generated<number>;
  /** Derived: the latest unlock of a promoted achievement, null without any. */
  last_unlock_at: Generated<number | null>;
}

/**
 * Derived: how many tracked players have at least `low` hardcore points, and fewer than `low + width`. `low` is a
 * multiple of `width`, and never 0 (`ledger/points-bands.ts`); a band without players may be missing or 0.
 */
export interface PointsBandTable {
  width: number;
  low: number;
  players: number;
}

/**
 * The ledger: one row for each player and achievement, whose game is that of the achievement. H is
 * `awarded_at` where `hardcore` is 1; S is `softcore_at`, or, where that is null, `awarded_at` too (so
 * `awarded_at` is `DateAwarded` either way, and no time is stored twice).
 */
export interface UnlockTable {
  player_id: number;
  achievement_id: number;
  softcore_at: number | null;
  awarded_at: number;
  hardcore: number;
  /** Derived: 1 unless the player is untracked; only such rows are in the index of unlock lists. */
  tracked: number;
}

/**
 * Derived: the unlock list of an achievement that has a long one, cut into blocks that are counted, so that
 * a page deep in it is found without a walk (`ledger/unlock-blocks.ts`). A block ends, at its newest, with
 * the unlock of this time and player, or where that would be, and begins behind the end of the next older one.
 */
export interface UnlockBlockTable {
  achievement_id: number;
  newest_at: number;
  newest_player_id: number;
  unlocks: number;
}

export interface AwardTable {
  player_id: number;
  game_id: number;
  kind: string;
  at: number;
  /**
   * Derived: 1 where the lists of all players show it: unless the player is untracked, or holds the same award
   * in hardcore.
   */
  listed: number;
}

/**
 * Derived: how many awards are listed, by when they were granted, in periods of one day and in such of 64. A
 * period is numbered by how many of its length have passed since 1970; one without awards may be missing or 0.
 */
export interface AwardCountTable {
  days: number;
  period: number;
  kind: string;
  awards: number;
}

export interface ScoreTable {
  leaderboard_id: number;
  player_id: number;
  at: number;
  value: number;
}

/** Derived: the standing of a player in a game. */
export interface PlayerGameTable {
  player_id: number;
  game_id: number;
  achieved: number;
  score: number;
  achieved_hardcore: number;
  score_hardcore: number;
  unpromoted: number;
  unpromoted_hardcore: number;
  last_unlock_at: number | null;
  award_kind: string | null;
  award_at: number | null;
  /** The place in the completion progress; null for a game that is not in it. */
  listed_at: number | null;
}

/** Derived: players by number of achievements; a bucket without players may be missing or 0. */
export interface DistributionTable {
  game_id: number;
  promoted: number;
  hardcore: number;
  achieved: number;
  players: number;
}

export interface AccountTable {
  player_id: number;
  password_hash: string;
  admin: number;
  created_at: number;
}

export interface ConnectTokenTable {
  hash: string;
  player_id: number;
  created_at: number;
}

export interface ApiKeyTable {
  hash: string;
  name: string;
  created_at: number;
  /** Null for a key that the command made. */
  player_id: number | null;
  /** To the hour; null for a key that was never used. */
  last_used_at: number | null;
}

/** Who is signed in at the website. */
export interface SessionTable {
  hash: string;
  player_id: number;
  created_at: number;
  expires_at: number;
  /** To the hour. */
  last_seen_at: number;
}

/** What servers on the same database sign with. */
export interface SharedSecretTable {
  name: string;
  value: string;
}

/** What a player's emulator said last: the game and its rich presence. */
export interface PresenceTable {
  player_id: number;
  game_id: number;
  message: string;
  at: number;
}

/**
 * The notes by which servers forget what they remember (`facts/changes.ts`): a player who has changed, or null
 * where anything may have; and the game that it was by an unlock of. On PostgreSQL there is also `made_by`, the
 * transaction.
 */
export interface ChangeTable {
  id: Generated<number>;
  player_id: number | null;
  game_id: number | null;
}

/** Temporary, within one import: standings and games to derive anew. */
export interface TouchedStandingTable {
  player_id: number;
  game_id: number;
}

export interface TouchedGameTable {
  game_id: number;
}
