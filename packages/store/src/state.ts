import type { Distribution } from '@laurel/domain';
import { isApiKey } from './accounts/api-keys.ts';
import { achievementDistribution, type DistributionChoice } from './answers/achievement-distribution.ts';
import { type AchievementUnlocks, achievementUnlocks, type Page } from './answers/achievement-unlocks.ts';
import { type GameAndUserProgress, gameAndUserProgress } from './answers/game-and-user-progress.ts';
import { type GameExtended, gameExtended } from './answers/game-extended.ts';
import { type GameHash, gameHashes } from './answers/game-hashes.ts';
import { gameHighScores, gameLatestMasters, type HighScore } from './answers/game-high-scores.ts';
import { type GameListChoice, gameList, type ListedGame } from './answers/game-list.ts';
import { mostPlayedGames, type PopularGame } from './answers/most-played-games.ts';
import type { PlayedGame } from './answers/played-games.ts';
import type { UnlockShown } from './answers/player-unlocks-in.ts';
import { type AwardChoice, type RecentGameAwards, recentGameAwards } from './answers/recent-game-awards.ts';
import { type RecentUnlock, recentUnlocks } from './answers/recent-unlocks.ts';
import { type SearchResults, search } from './answers/search.ts';
import { type System, systems } from './answers/systems.ts';
import { type TopPlayer, topPlayers } from './answers/top-players.ts';
import { type ActiveDay, userActivity } from './answers/user-activity.ts';
import { type UserAward, userAwards } from './answers/user-awards.ts';
import { type CompletedGame, userCompletedGames } from './answers/user-completed-games.ts';
import { type UserCompletionProgress, userCompletionProgress } from './answers/user-completion-progress.ts';
import { type UserPoints, userPoints } from './answers/user-points.ts';
import { type UserProfile, userProfile } from './answers/user-profile.ts';
import { type GameProgress, userProgress } from './answers/user-progress.ts';
import { userRecentAchievements } from './answers/user-recent-achievements.ts';
import { userRecentlyPlayedGames } from './answers/user-recently-played-games.ts';
import { type SummaryParts, type UserSummary, userSummary } from './answers/user-summary.ts';
import { findGame, type Game } from './catalogue/games.ts';
import type { Session } from './engine/engine.ts';
import { Facts, type FactsMemory, type Grounds, type RestsOn } from './facts/facts-memory.ts';
import type { PlayerIdentifier } from './players.ts';

/** What the Web API reads. Times are seconds since 1970. */
export interface Answers {
  achievementUnlocks(achievementId: number, page: Page): Promise<AchievementUnlocks | undefined>;
  userProgress(player: PlayerIdentifier, gameIds: readonly number[]): Promise<GameProgress[]>;
  userCompletionProgress(player: PlayerIdentifier, page: Page): Promise<UserCompletionProgress>;
  userPoints(player: PlayerIdentifier): Promise<UserPoints | undefined>;
  userProfile(player: PlayerIdentifier): Promise<UserProfile | undefined>;
  userSummary(player: PlayerIdentifier, parts: SummaryParts): Promise<UserSummary | undefined>;
  userRecentAchievements(player: PlayerIdentifier, since: number): Promise<UnlockShown[]>;
  userRecentlyPlayedGames(player: PlayerIdentifier, page: Page): Promise<PlayedGame[]>;
  achievementDistribution(gameId: number, choice: DistributionChoice): Promise<Distribution>;
  game(gameId: number): Promise<Game | undefined>;
  gameExtended(gameId: number, set: { promoted: boolean }): Promise<GameExtended | undefined>;
  gameHashes(gameId: number): Promise<GameHash[] | undefined>;
  gameList(systemId: number, choice: GameListChoice, page: Page): Promise<ListedGame[]>;
  systems(choice: { onlyActive: boolean }): Promise<System[]>;
  gameAndUserProgress(gameId: number, player: PlayerIdentifier): Promise<GameAndUserProgress | undefined>;
  gameHighScores(gameId: number): Promise<HighScore[]>;
  gameLatestMasters(gameId: number): Promise<HighScore[]>;
  recentGameAwards(choice: AwardChoice, page: Page): Promise<RecentGameAwards>;
  topPlayers(): Promise<TopPlayer[]>;
  userAwards(player: PlayerIdentifier): Promise<UserAward[]>;
  userCompletedGames(player: PlayerIdentifier): Promise<CompletedGame[]>;
  search(query: string, count: number): Promise<SearchResults>;
  recentUnlocks(count: number): Promise<RecentUnlock[]>;
  userActivity(player: PlayerIdentifier, count: number): Promise<ActiveDay[]>;
  mostPlayedGames(count: number): Promise<PopularGame[]>;
  isApiKey(hash: string): Promise<boolean>;
}

/** The store at one moment: everything that is asked of it fits together. */
export class StoreState implements Answers {
  /** Names the moment: as long as it is the same, nothing in the store has changed. */
  readonly revision: string;
  readonly #session: Session;
  readonly #facts: Facts;

  constructor(session: Session, revision: string, memory: FactsMemory) {
    this.#session = session;
    this.#facts = new Facts(memory, { session, revision });
    this.revision = revision;
  }

  /** What an answer of this moment rests on; undefined where nobody could say whether that changes. */
  grounds(restsOn: RestsOn): Promise<Grounds | undefined> {
    return this.#facts.grounds(restsOn);
  }

  /** Whether an answer of another moment, which rests on this, is that of this moment, too; if in doubt, it is not. */
  hold(grounds: Grounds): Promise<boolean> {
    return this.#facts.hold(grounds);
  }

  achievementUnlocks(achievementId: number, page: Page): Promise<AchievementUnlocks | undefined> {
    return achievementUnlocks(this.#session, this.#facts, achievementId, page);
  }

  userProgress(player: PlayerIdentifier, gameIds: readonly number[]): Promise<GameProgress[]> {
    return userProgress(this.#session, this.#facts, player, gameIds);
  }

  userCompletionProgress(player: PlayerIdentifier, page: Page): Promise<UserCompletionProgress> {
    return userCompletionProgress(this.#session, this.#facts, player, page);
  }

  userPoints(player: PlayerIdentifier): Promise<UserPoints | undefined> {
    return userPoints(this.#facts, player);
  }

  userProfile(player: PlayerIdentifier): Promise<UserProfile | undefined> {
    return userProfile(this.#session, this.#facts, player);
  }

  userSummary(player: PlayerIdentifier, parts: SummaryParts): Promise<UserSummary | undefined> {
    return userSummary(this.#session, this.#facts, player, parts);
  }

  userRecentAchievements(player: PlayerIdentifier, since: number): Promise<UnlockShown[]> {
    return userRecentAchievements(this.#session, this.#facts, player, since);
  }

  userRecentlyPlayedGames(player: PlayerIdentifier, page: Page): Promise<PlayedGame[]> {
    return userRecentlyPlayedGames(this.#session, this.#facts, player, page);
  }

  achievementDistribution(gameId: number, choice: DistributionChoice): Promise<Distribution> {
    return achievementDistribution(this.#session, this.#facts, gameId, choice);
  }

  game(gameId: number): Promise<Game | undefined> {
    return findGame(this.#session, gameId);
  }

  gameExtended(gameId: number, set: { promoted: boolean }): Promise<GameExtended | undefined> {
    return gameExtended(this.#session, gameId, set);
  }

  gameHashes(gameId: number): Promise<GameHash[] | undefined> {
    return gameHashes(this.#session, gameId);
  }

  gameList(systemId: number, choice: GameListChoice, page: Page): Promise<ListedGame[]> {
    return gameList(this.#session, systemId, choice, page);
  }

  systems(choice: { onlyActive: boolean }): Promise<System[]> {
    return systems(this.#session, choice);
  }

  gameAndUserProgress(gameId: number, player: PlayerIdentifier): Promise<GameAndUserProgress | undefined> {
    return gameAndUserProgress(this.#session, this.#facts, gameId, player);
  }

  gameHighScores(gameId: number): Promise<HighScore[]> {
    return gameHighScores(this.#session, this.#facts, gameId);
  }

  gameLatestMasters(gameId: number): Promise<HighScore[]> {
    return gameLatestMasters(this.#session, this.#facts, gameId);
  }

  recentGameAwards(choice: AwardChoice, page: Page): Promise<RecentGameAwards> {
    return recentGameAwards(this.#session, this.#facts, choice, page);
  }

  topPlayers(): Promise<TopPlayer[]> {
    return topPlayers(this.#session, this.#facts);
  }

  userAwards(player: PlayerIdentifier): Promise<UserAward[]> {
    return userAwards(this.#session, this.#facts, player);
  }

  userCompletedGames(player: PlayerIdentifier): Promise<CompletedGame[]> {
    return userCompletedGames(this.#session, this.#facts, player);
  }

  search(query: string, count: number): Promise<SearchResults> {
    return search(this.#session, this.#facts, query, count);
  }

  recentUnlocks(count: number): Promise<RecentUnlock[]> {
    return recentUnlocks(this.#session, this.#facts, count);
  }

  userActivity(player: PlayerIdentifier, count: number): Promise<ActiveDay[]> {
    return userActivity(this.#session, this.#facts, player, count);
  }

  mostPlayedGames(count: number): Promise<PopularGame[]> {
    return mostPlayedGames(this.#session, this.#facts, count);
  }

  isApiKey(hash: string): Promise<boolean> {
    return isApiKey(this.#session, hash);
  }
}
