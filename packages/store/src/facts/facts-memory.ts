import { gameIconPath } from '../catalogue/game-icon.ts';
import type { Dialect, Session } from '../engine/engine.ts';
import { listStatement } from '../list-statement.ts';
import { ById } from './by-id.ts';
import { type ChangesSince, changesSince, type Place } from './changes-since.ts';

/** What a list says of each player in it. */
export interface PlayerFacts {
  readonly username: string;
  readonly ulid: string;
  readonly pointsHardcore: number;
  readonly pointsSoftcore: number;
}

/** What a list says of each game in it. */
export interface GameFacts {
  readonly title: string;
  /** The path of a picture. */
  readonly icon: string;
  readonly systemId: number;
  readonly systemName: string;
  readonly promotedCount: number;
  readonly promotedPoints: number;
}

/** Facts as one look at the store finds them. */
export interface Facts {
  /** @throws Error when one of the players does not exist */
  players(ids: readonly number[]): Promise<PlayerFacts[]>;
  /** Undefined for a game that does not exist. */
  games(ids: readonly number[]): Promise<(GameFacts | undefined)[]>;
}

/** About 25 MB of players; most servers have fewer. */
const PLAYERS = 2 ** 17;
/** More than there are anywhere: where some come and go all the time, most of the work is theirs. */
const GAMES = 2 ** 16;

/**
 * Remembers players and games from one request to the next, so that a list need not look up each player or game
 * in it. Everything remembered is what the database says at `#place`, or later; whoever looks at a later state
 * first forgets what has changed until then (`changes.ts`), whichever process has changed it.
 */
export class FactsMemory {
  readonly #changesSince: ChangesSince;
  readonly #players = new ById<PlayerFacts>(PLAYERS);
  readonly #games = new ById<GameFacts>(GAMES);
  /** The revision of the store at `#place`. */
  #revision: string | undefined;
  #place: Place | undefined;

  constructor(dialect: Dialect) {
    this.#changesSince = changesSince(dialect);
  }

  /** The facts that a look finds (`Engine.look`): never older than its revision. */
  seenBy(session: Session, revision: string): Facts {
    return {
      players: async (ids) => {
        const found = await this.#look(this.#players, findPlayers, ids, session, revision);
        return found.map((player, index) => player ?? missing(ids[index]));
      },
      games: (ids) => this.#look(this.#games, findGames, ids, session, revision),
    };
  }

  async #look<Value>(
    memory: ById<Value>,
    find: (session: Session, ids: readonly number[]) => Promise<Map<number, Value>>,
    ids: readonly number[],
    session: Session,
    revision: string,
  ): Promise<(Value | undefined)[]> {
    const isCurrent = revision === this.#revision || (await this.#catchUp(session, revision));
    const place = this.#place;
    const values = ids.map((id) => memory.get(id));
    const unknown = ids.filter((_, index) => values[index] === undefined);
    if (unknown.length === 0) return values;
    const found = await find(session, unknown);
    // Meanwhile others may have looked at a later state: there, what was found may no longer be true.
    if (isCurrent && place === this.#place) for (const [id, value] of found) memory.set(id, value);
    return values.map((value, index) => value ?? found.get(ids[index] ?? 0));
  }

  /** Forgets what has changed. @returns whether the session sees no less than what is remembered */
  async #catchUp(session: Session, revision: string): Promise<boolean> {
    for (;;) {
      const place = this.#place;
      const changes = await this.#changesSince(session, revision, place);
      if (changes === undefined) return false;
      // Another look has caught up at the same time.
      if (place !== this.#place) continue;
      if (changes.players === 'all') {
        this.#players.clear();
        this.#games.clear();
      } else {
        for (const id of changes.players) this.#players.delete(id);
      }
      this.#place = changes.place;
      this.#revision = revision;
      return true;
    }
  }
}

function missing(playerId: number | undefined): never {
  throw new Error(`The ledger names player ${playerId}, who is not there`);
}

const selectPlayers = listStatement((db, ids) =>
  db
    .selectFrom('player')
    .select(['id', 'name', 'ulid', 'points_hardcore', 'points_softcore'])
    .where('id', 'in', ids),
);

async function findPlayers(session: Session, ids: readonly number[]): Promise<Map<number, PlayerFacts>> {
  const rows = await selectPlayers(session, ids);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        username: row.name,
        ulid: row.ulid,
        pointsHardcore: row.points_hardcore,
        pointsSoftcore: row.points_softcore,
      },
    ]),
  );
}

const selectGames = listStatement((db, ids) =>
  db
    .selectFrom('game')
    .innerJoin('system', 'system.id', 'game.system_id')
    .select([
      'game.id',
      'game.title',
      'game.icon',
      'game.promoted_count',
      'game.promoted_points',
      'system.id as system_id',
      'system.name as system_name',
    ])
    .where('game.id', 'in', ids),
);

async function findGames(session: Session, ids: readonly number[]): Promise<Map<number, GameFacts>> {
  const rows = await selectGames(session, ids);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        title: row.title,
        icon: row.icon ?? gameIconPath(row.id),
        systemId: row.system_id,
        systemName: row.system_name,
        promotedCount: row.promoted_count,
        promotedPoints: row.promoted_points,
      },
    ]),
  );
}
