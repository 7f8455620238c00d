import type { Dialect, Session } from '../engine/engine.ts';
import { findPlayers, type Player, type PlayerIdentifier } from '../players.ts';
import { ById, type Identified } from './by-id.ts';
import { type Changes, type ChangesSince, changesSince, type Place } from './changes-since.ts';
import { findGamePlayers, findGames, type GameFacts, type GamePlayers } from './games.ts';
import { LastChanges, type Subjects } from './last-changes.ts';
import { PlayerLines } from './player-lines.ts';
import { PlayerMemory } from './player-memory.ts';
import type { Soon } from './soon.ts';
import { TruePointsMemory } from './true-points-memory.ts';

/** What an answer rests on: as long as none of it has changed, the answer is what it was. */
export interface RestsOn extends Subjects {
  /** As `players`, for one who is named. */
  readonly named?: PlayerIdentifier;
}

/** What an answer rests on, as it was when it was made (`Facts.grounds`). */
export interface Grounds {
  readonly subjects: Subjects;
  /** How often changes had been noted then (`LastChanges.noted`). */
  readonly noted: number;
}

/** A look at the store (`Engine.look`). */
interface Looking {
  readonly session: Session;
  readonly revision: string;
}

/** Facts by id. */
interface Memory<Value> {
  get(id: number): Value | undefined;
  set(value: Value): void;
}

/** Reads those that there are, by id. */
type Find<Value> = (session: Session, ids: readonly number[]) => Promise<Map<number, Value>>;

/** Facts as one look at the store finds them: they are of the very state that it sees. */
export class Facts {
  readonly #memory: FactsMemory;
  readonly #look: Looking;

  constructor(memory: FactsMemory, look: Looking) {
    this.#memory = memory;
    this.#look = look;
  }

  /** @throws Error when one of the players does not exist */
  players(ids: readonly number[]): Soon<readonly Player[]> {
    return this.#memory.players(ids, this.#look);
  }

  /** As {@link players}, for a list that is written as it is. */
  listedPlayers(ids: readonly number[]): Soon<PlayerLines> {
    return this.#memory.listedPlayers(ids, this.#look);
  }

  /** The player of this name or ULID, or undefined. */
  player(identifier: PlayerIdentifier): Soon<Player | undefined> {
    return this.#memory.player(identifier, this.#look);
  }

  /** Undefined for a game that does not exist. */
  games(ids: readonly number[]): Soon<readonly (GameFacts | undefined)[]> {
    return this.#memory.games(ids, this.#look);
  }

  /** Undefined for a game that does not exist. */
  game(id: number): Soon<GameFacts | undefined> {
    return this.#memory.game(id, this.#look);
  }

  /** Undefined for a game that does not exist. */
  gamePlayers(gameId: number): Soon<GamePlayers | undefined> {
    return this.#memory.gamePlayers(gameId, this.#look);
  }

  /** The RetroPoints of a player, as they are now. */
  truePoints(playerId: number): Promise<number> {
    return this.#memory.truePoints(playerId, this.#look);
  }

  /** What an answer of this look rests on; undefined where it is not known whether that changes. */
  grounds(restsOn: RestsOn): Promise<Grounds | undefined> {
    return this.#memory.grounds(restsOn, this.#look);
  }

  /** Whether an answer that rests on this, of an earlier look, is what this look would make; false where that is not known. */
  hold(grounds: Grounds): Promise<boolean> {
    return this.#memory.hold(grounds, this.#look);
  }
}

/** More than there are anywhere: where some come and go all the time, most of the work is theirs. */
const GAMES = 2 ** 16;

/**
 * Remembers players, games and RetroPoints from one request to the next, so that an answer need not look up each
 * player or game in it. Everything remembered is what the database says at `#revision`; whoever looks at a later state first
 * forgets what has changed until then (`changes.ts`), whichever process has changed it, and whoever looks at an
 * earlier one does without.
 */
export class FactsMemory {
  readonly #changesSince: ChangesSince;
  readonly #players = new PlayerMemory();
  readonly #games = new ById<GameFacts>(GAMES);
  readonly #gamePlayers = new ById<GamePlayers>(GAMES);
  readonly #truePoints = new TruePointsMemory();
  readonly #lastChanges = new LastChanges();
  #revision: string | undefined;
  /** Where `#revision` stands among the changes. */
  #place: Place | undefined;
  /** Who looks at one state together catches up together. */
  #catchingUp: { readonly revision: string; readonly done: Promise<void> } | undefined;

  constructor(dialect: Dialect) {
    this.#changesSince = changesSince(dialect);
  }

  /** As {@link Facts.players}. */
  players(ids: readonly number[], look: Looking): Soon<readonly Player[]> {
    return this.#known(this.#players, ids, look) ?? this.#findAll(ids, look);
  }

  /** As {@link Facts.listedPlayers}. */
  listedPlayers(ids: readonly number[], look: Looking): Soon<PlayerLines> {
    const known = this.#isAt(look) ? this.#players.list(ids) : undefined;
    return known ?? this.#findAll(ids, look).then(PlayerLines.of);
  }

  /** As {@link Facts.games}. */
  games(ids: readonly number[], look: Looking): Soon<readonly (GameFacts | undefined)[]> {
    return this.#known(this.#games, ids, look) ?? this.#find(this.#games, findGames, ids, look);
  }

  /** As {@link Facts.game}. */
  game(id: number, look: Looking): Soon<GameFacts | undefined> {
    return this.#knownOrFound(this.#games, findGames, id, look);
  }

  /** As {@link Facts.gamePlayers}. */
  gamePlayers(gameId: number, look: Looking): Soon<GamePlayers | undefined> {
    return this.#knownOrFound(this.#gamePlayers, findGamePlayers, gameId, look);
  }

  /** As {@link Facts.player}. */
  player(identifier: PlayerIdentifier, look: Looking): Soon<Player | undefined> {
    return this.#knownAs(identifier, look) ?? this.#findNamed(identifier, look);
  }

  /** As {@link Facts.truePoints}. */
  async truePoints(playerId: number, look: Looking): Promise<number> {
    await this.#catchUp(look);
    const memory = this.#isAt(look) ? this.#truePoints : new TruePointsMemory();
    return memory.of(look.session, playerId);
  }

  /** As {@link Facts.grounds}. */
  async grounds({ named, ...subjects }: RestsOn, look: Looking): Promise<Grounds | undefined> {
    await this.#catchUp(look);
    const player = named && (await this.player(named, look));
    if (!this.#isAt(look) || (named !== undefined && player === undefined)) return undefined;
    const players = [...(subjects.players ?? []), ...(player === undefined ? [] : [player.id])];
    return { subjects: { ...subjects, players }, noted: this.#lastChanges.noted };
  }

  /** As {@link Facts.hold}. */
  async hold({ subjects, noted }: Grounds, look: Looking): Promise<boolean> {
    await this.#catchUp(look);
    return this.#isAt(look) && this.#lastChanges.isSameSince(noted, subjects);
  }

  #knownAs(identifier: PlayerIdentifier, look: Looking): Player | undefined {
    return this.#isAt(look) ? this.#players.named(identifier) : undefined;
  }

  #knownOrFound<Value extends Identified>(
    memory: Memory<Value>,
    find: Find<Value>,
    id: number,
    look: Looking,
  ): Soon<Value | undefined> {
    const known = this.#isAt(look) ? memory.get(id) : undefined;
    return known ?? this.#find(memory, find, [id], look).then(([value]) => value);
  }

  /** All of these, where all are remembered. */
  #known<Value extends Identified>(
    memory: Memory<Value>,
    ids: readonly number[],
    look: Looking,
  ): Value[] | undefined {
    if (!this.#isAt(look)) return undefined;
    const values: Value[] = [];
    for (const id of ids) {
      const value = memory.get(id);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  }

  async #find<Value extends Identified>(
    memory: Memory<Value>,
    find: Find<Value>,
    ids: readonly number[],
    look: Looking,
  ): Promise<(Value | undefined)[]> {
    await this.#catchUp(look);
    const isCurrent = this.#isAt(look);
    const values = ids.map((id) => (isCurrent ? memory.get(id) : undefined));
    const unknown = ids.filter((_, index) => values[index] === undefined);
    if (unknown.length === 0) return values;
    const found = await find(look.session, unknown);
    if (this.#isAt(look)) for (const value of found.values()) memory.set(value);
    return values.map((value, index) => value ?? found.get(ids[index] ?? 0));
  }

  async #findAll(ids: readonly number[], look: Looking): Promise<readonly Player[]> {
    const find: Find<Player> = (session, unknown) =>
      this.#isAt(look) ? this.#players.find(session, unknown) : findPlayers(session, unknown);
    return allOf(await this.#find(this.#players, find, ids, look), ids);
  }

  async #findNamed(identifier: PlayerIdentifier, look: Looking): Promise<Player | undefined> {
    await this.#catchUp(look);
    const known = this.#knownAs(identifier, look);
    if (known !== undefined) return known;
    const [found, ...others] = await this.#players.findNamed(look.session, identifier);
    if (found !== undefined && this.#isAt(look)) {
      for (const other of others) this.#players.set(other);
      this.#players.setNamed(identifier, found);
    }
    return found;
  }

  /** Whether what is remembered is what this look sees: meanwhile others may have looked at a later state. */
  #isAt({ revision }: Looking): boolean {
    return revision === this.#revision;
  }

  /** Forgets what has changed until this look, unless what is remembered is of a later one. */
  async #catchUp(look: Looking): Promise<void> {
    if (this.#isAt(look)) return;
    if (this.#catchingUp?.revision !== look.revision)
      this.#catchingUp = { revision: look.revision, done: this.#readChanges(look) };
    const { done } = this.#catchingUp;
    try {
      await done;
    } catch (error) {
      // Whoever looks at this state again tries again.
      if (this.#catchingUp?.done === done) this.#catchingUp = undefined;
      throw error;
    }
  }

  async #readChanges(look: Looking): Promise<void> {
    while (!this.#isAt(look)) {
      const place = this.#place;
      const changes = await this.#changesSince(look.session, look.revision, place);
      if (changes === undefined) return;
      // A look at another state has caught up meanwhile.
      if (place !== this.#place) continue;
      this.#forget(changes.changed);
      this.#place = changes.place;
      this.#revision = look.revision;
    }
  }

  #forget(changed: Changes['changed']): void {
    this.#lastChanges.note(changed);
    if (changed === 'all') {
      this.#players.clear();
      this.#games.clear();
      this.#gamePlayers.clear();
      this.#truePoints.clear();
    } else {
      for (const { player_id, game_id } of changed) {
        this.#players.delete(player_id);
        if (game_id !== null) this.#gamePlayers.delete(game_id);
      }
      this.#truePoints.note(changed);
    }
  }
}

/** @throws Error when one of them was not found */
function allOf(players: readonly (Player | undefined)[], ids: readonly number[]): Player[] {
  return players.map((player, index) => player ?? missing(ids[index]));
}

function missing(playerId: number | undefined): never {
  throw new Error(`The ledger names player ${playerId}, who is not there`);
}
