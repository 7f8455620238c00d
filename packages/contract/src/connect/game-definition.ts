import { badgeName, badgeUrls } from './pictures.ts';

/** What an emulator gets to know of a game in order to watch it. Times are whole seconds since 1970. */
export interface GameDefinition {
  /** Where the emulator reached this server, see pictures.ts. */
  readonly origin: string;
  readonly game: {
    readonly id: number;
    readonly title: string;
    readonly systemId: number;
    /** A path such as `/Images/085573.png`. */
    readonly icon: string;
    /** The script, "" without one. */
    readonly richPresence: string;
  };
  /** How many have played the game, the player who asks among them. */
  readonly players: number;
  readonly achievements: readonly AchievementDefinition[];
  readonly leaderboards: readonly LeaderboardDefinition[];
}

export interface AchievementDefinition {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly points: number;
  readonly kind: 'progression' | 'win_condition' | 'missable' | null;
  readonly promoted: boolean;
  /** "" where it is not known. */
  readonly author: string;
  readonly badge: string;
  readonly trigger: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** Players who have it, and who have it in hardcore. */
  readonly unlocks: number;
  readonly unlocksHardcore: number;
}

export interface LeaderboardDefinition {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly format: string;
  readonly lowerIsBetter: boolean;
  readonly definition: string;
}

const PROMOTED_FLAG = 3;
const UNPROMOTED_FLAG = 5;

/**
 * The achievements, the same in `patch` and in `achievementsets`. One without a trigger is there too:
 * `rc_client` lists it and never unlocks it, older emulators pass it over.
 */
export function presentAchievements({ origin, players, achievements }: GameDefinition) {
  return achievements.map((achievement) => {
    const badge = badgeName(achievement);
    const urls = badgeUrls(origin, badge);
    return {
      ID: achievement.id,
      MemAddr: achievement.trigger,
      Title: achievement.title,
      Description: achievement.description,
      Points: achievement.points,
      Author: achievement.author,
      Modified: achievement.modifiedAt,
      Created: achievement.createdAt,
      BadgeName: badge,
      Flags: achievement.promoted ? PROMOTED_FLAG : UNPROMOTED_FLAG,
      Type: achievement.kind,
      Rarity: achievement.promoted ? rarity(achievement.unlocks, players) : 0,
      RarityHardcore: achievement.promoted ? rarity(achievement.unlocksHardcore, players) : 0,
      BadgeURL: urls.unlocked,
      BadgeLockedURL: urls.locked,
    };
  });
}

/** The leaderboards, the same in `patch` and in `achievementsets`. */
export function presentLeaderboards({ leaderboards }: GameDefinition) {
  return leaderboards.map((leaderboard) => ({
    ID: leaderboard.id,
    Mem: leaderboard.definition,
    Format: leaderboard.format,
    LowerIsBetter: leaderboard.lowerIsBetter,
    Title: leaderboard.title,
    Description: leaderboard.description,
    Hidden: false,
  }));
}

/**
 * What part of the players have an achievement once the one who asks has it too, in percent with two
 * decimals: with no more of them it is never written with an exponent, which rcheevos cannot read.
 */
function rarity(unlocks: number, players: number): number {
  return Math.min(100, Math.round(((unlocks + 1) * 10_000) / Math.max(1, players)) / 100);
}
