import { DEFAULT_MASTERY_MINIMUM, type WorldRecord } from '@laurel/domain';
import { type Accounts, accountsOn } from './accounts/store-accounts.ts';
import { type Achievement, listAchievements } from './catalogue/achievements.ts';
import { findGame, findGameByHash, findRichPresence, type Game } from './catalogue/games.ts';
import type { Engine } from './engine/engine.ts';
import { databaseFile, openEngine, type StoreLocation } from './engine/open.ts';
import { FactsMemory } from './facts/facts-memory.ts';
import type { UnlockRequest } from './ledger/asked-unlock.ts';
import type { LedgerRules } from './ledger/ledger-rules.ts';
import { type PlayerUnlock, playerUnlocks } from './ledger/player-unlocks.ts';
import type { RecordOutcome } from './ledger/record-unlock.ts';
import { DEFAULT_UNLOCK_BLOCK_SIZE } from './ledger/unlock-blocks.ts';
import { UnlockRecorder } from './ledger/unlock-recorder.ts';
import { type Verification, verifyLedger } from './ledger/verify.ts';
import { migrate } from './migrations/migrate.ts';
import { findPlayer, type Player, type PlayerIdentifier } from './players.ts';
import { savePresence } from './presence.ts';
import { type Answers, StoreState } from './state.ts';
import { exportWorld } from './world/export.ts';
import { importWorld, type WorldRecords } from './world/import.ts';

export interface StoreOptions {
  /** How many promoted achievements a set needs to be completed or mastered (RULES.md, "Awards"). */
  readonly masteryMinimum?: number;
  /** How many unlocks a block of a long unlock list is made of: less than usual in tests, and always the same. */
  readonly unlockBlockSize?: number;
}

/** The ledger, everything derived from it, and the accounts. Times are seconds since 1970. */
export interface Store extends Answers, Accounts {
  /**
   * Reads of one state of the store, for a request. Those that are asked for together share it. `work` awaits
   * nothing but the state.
   */
  look<Result>(work: (state: StoreState) => Promise<Result>): Promise<Result>;

  findPlayer(player: PlayerIdentifier | { kind: 'id'; id: number }): Promise<Player | undefined>;
  findGame(gameId: number): Promise<Game | undefined>;
  findGameByHash(md5: string): Promise<number | undefined>;
  findRichPresence(gameId: number): Promise<string>;
  listAchievements(gameId: number): Promise<Achievement[]>;
  playerUnlocks(playerId: number, gameId: number): Promise<PlayerUnlock[]>;

  /** Durable when the promise resolves. `now` is the server's clock. */
  recordUnlock(request: UnlockRequest, now: number): Promise<RecordOutcome>;
  savePresence(presence: { playerId: number; gameId: number; message: string; at: number }): Promise<void>;

  /**
   * Takes a whole world in, or, when a record is refused, nothing of it. Reads one record at a time, so
   * whoever gives them knows which one was refused.
   *
   * @throws RecordRefused when a record does not fit what is in the store or came before it
   */
  importWorld(records: WorldRecords, now: number): Promise<void>;
  /** Gives a world, record by record, that, imported into an empty store, gives the same answers. */
  exportWorld(take: (record: WorldRecord) => void | Promise<void>): Promise<void>;
  /** Compares everything derived with a fresh computation from the ledger. */
  verify(): Promise<Verification>;
  /** Whether there are no players and no games yet. */
  isEmpty(): Promise<boolean>;
  /** Copies the embedded database to a new file, consistent, while it is in use. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a store, with its tables brought to this version.
 *
 * @throws StoreRefused when it cannot be used as it is, StoreUnavailable when it does not answer
 */
export async function openStore(location: StoreLocation, options: StoreOptions = {}): Promise<Store> {
  const engine = await openEngine(location);
  try {
    await migrate(engine, {
      beforeUpgrade: async (version) => {
        if ('data' in location) {
          await engine.backup(`${databaseFile(location.data)}.before-upgrade-from-${version}`);
        }
      },
    });
  } catch (error) {
    await engine.close();
    throw error;
  }
  return storeOn(engine, options);
}

/** The store on an engine that is open and migrated. */
export function storeOn(engine: Engine, options: StoreOptions = {}): Store {
  const { session } = engine;
  const rules: LedgerRules = {
    masteryMinimum: options.masteryMinimum ?? DEFAULT_MASTERY_MINIMUM,
    unlockBlockSize: options.unlockBlockSize ?? DEFAULT_UNLOCK_BLOCK_SIZE,
  };
  const memory = new FactsMemory(engine.dialect);
  const look: Store['look'] = (work) =>
    engine.look((read, revision) => work(new StoreState(read, revision, memory)));
  const recorder = new UnlockRecorder(engine, rules);
  return {
    look,
    achievementUnlocks: (id, page) => look((state) => state.achievementUnlocks(id, page)),
    userProgress: (player, gameIds) => look((state) => state.userProgress(player, gameIds)),
    userCompletionProgress: (player, page) => look((state) => state.userCompletionProgress(player, page)),
    userPoints: (player) => look((state) => state.userPoints(player)),
    userProfile: (player) => look((state) => state.userProfile(player)),
    userSummary: (player, parts) => look((state) => state.userSummary(player, parts)),
    userRecentAchievements: (player, since) => look((state) => state.userRecentAchievements(player, since)),
    userRecentlyPlayedGames: (player, page) => look((state) => state.userRecentlyPlayedGames(player, page)),
    achievementDistribution: (id, choice) => look((state) => state.achievementDistribution(id, choice)),
    game: (id) => look((state) => state.game(id)),
    gameExtended: (id, set) => look((state) => state.gameExtended(id, set)),
    gameHashes: (id) => look((state) => state.gameHashes(id)),
    gameList: (systemId, choice, page) => look((state) => state.gameList(systemId, choice, page)),
    systems: (choice) => look((state) => state.systems(choice)),
    gameAndUserProgress: (id, player) => look((state) => state.gameAndUserProgress(id, player)),
    gameHighScores: (id) => look((state) => state.gameHighScores(id)),
    gameLatestMasters: (id) => look((state) => state.gameLatestMasters(id)),
    recentGameAwards: (choice, page) => look((state) => state.recentGameAwards(choice, page)),
    topPlayers: () => look((state) => state.topPlayers()),
    userAwards: (player) => look((state) => state.userAwards(player)),
    userCompletedGames: (player) => look((state) => state.userCompletedGames(player)),
    search: (query, count) => look((state) => state.search(query, count)),
    recentUnlocks: (count) => look((state) => state.recentUnlocks(count)),
    userActivity: (player, count) => look((state) => state.userActivity(player, count)),
    mostPlayedGames: (count) => look((state) => state.mostPlayedGames(count)),
    isApiKey: (hash) => look((state) => state.isApiKey(hash)),

    findPlayer: (player) => findPlayer(session, player),
    findGame: (id) => findGame(session, id),
    findGameByHash: (md5) => findGameByHash(session, md5),
    findRichPresence: (gameId) => findRichPresence(session, gameId),
    listAchievements: (gameId) => listAchievements(session, gameId),
    playerUnlocks: (playerId, gameId) => playerUnlocks(session, playerId, gameId),

    recordUnlock: (request, now) => recorder.record(request, now),
    savePresence: (presence) => engine.write((write) => savePresence(write, presence)),

    ...accountsOn(engine),

    importWorld: (records, now) => importWorld(engine, records, { ...rules, now }),
    exportWorld: (take) => exportWorld(engine, take, rules),
    verify: () => verifyLedger(engine, rules),
    isEmpty: async () => {
      const [system, player] = await Promise.all([
        session.query(session.builder.selectFrom('system').select('id').limit(1)),
        session.query(session.builder.selectFrom('player').select('id').limit(1)),
      ]);
      return system.length === 0 && player.length === 0;
    },
    backup: (file) => engine.backup(file),
    close: async () => {
      await recorder.drain();
      await engine.close();
    },
  };
}
