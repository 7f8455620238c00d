import type { Session } from '../engine/engine.ts';
import {
  findPlayer,
  findPlayers,
  findPlayersIn,
  isNamed,
  nameOf,
  type Player,
  type PlayerIdentifier,
} from '../players.ts';
import { IdsByName } from './ids-by-name.ts';
import type { PlayerLines } from './player-lines.ts';
import { PlayersById, SHELF } from './players-by-id.ts';

/** 8 MB of players; most servers have fewer. */
const PLAYERS = 2 ** 17;
/** Room for twice as many names: 2 MB. */
const LINES_OF_NAMES = PLAYERS / 4;
/** Shelves that are read at once at most: a list of hundreds should not wait for thousands. */
const SHELVES = 64;

/**
 * The players that are remembered, and how others are found: those of one shelf together, where none of them is
 * remembered yet. They lie side by side in the database, and a server that has just started knows its
 * players that much sooner; on PostgreSQL, one who is not known takes an answer another message.
 */
export class PlayerMemory {
  readonly #byId = new PlayersById(PLAYERS);
  readonly #idsByName = new IdsByName(LINES_OF_NAMES);

  get(id: number): Player | undefined {
    return this.#byId.get(id);
  }

  /** These, in this order, where all are remembered. */
  list(ids: readonly number[]): PlayerLines | undefined {
    return this.#byId.list(ids);
  }

  named(identifier: PlayerIdentifier): Player | undefined {
    const known = this.#byId.get(this.#idsByName.get(nameOf(identifier)) ?? 0);
    return known !== undefined && isNamed(known, identifier) ? known : undefined;
  }

  /** From then on also found by username. */
  set(player: Player): void {
    this.#byId.set(player);
    this.#idsByName.set(nameOf({ kind: 'username', username: player.username }), player.id);
  }

  /** From then on also found by this name or ULID. */
  setNamed(identifier: PlayerIdentifier, player: Player): void {
    this.set(player);
    this.#idsByName.set(nameOf(identifier), player.id);
  }

  delete(id: number): void {
    this.#byId.delete(id);
  }

  clear(): void {
    this.#byId.clear();
  }

  /** Reads those of these players that there are, and those of their shelves, by id; remembers nothing. */
  async find(session: Session, ids: readonly number[]): Promise<Map<number, Player>> {
    const shelves = new Set<number>();
    const single: number[] = [];
    for (const id of ids) {
      if (shelves.size < SHELVES && this.#byId.isShelfEmpty(id)) shelves.add(id - (id % SHELF));
      else single.push(id);
    }
    // At once: on PostgreSQL, each wait is a message there and back.
    const [players, ofShelves] = await Promise.all([
      findPlayers(session, single),
      findPlayersIn(
        session,
        [...shelves].map((first) => ({ first, last: first + SHELF - 1 })),
      ),
    ]);
    for (const [id, player] of players) ofShelves.set(id, player);
    return ofShelves;
  }

  /** The player of this name or ULID, if there is one, and those of the same shelf; remembers nothing. */
  async findNamed(session: Session, identifier: PlayerIdentifier): Promise<Player[]> {
    const player = await findPlayer(session, identifier);
    if (player === undefined) return [];
    const others = this.#byId.isShelfEmpty(player.id) ? await this.find(session, [player.id]) : undefined;
    return [player, ...(others?.values() ?? [])];
  }
}
