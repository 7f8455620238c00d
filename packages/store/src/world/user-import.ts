import { NO_PROGRESS, type UserRecord, usernameKey } from '@laurel/domain';
import { ulid } from 'ulid';
import { bulkUpsert } from '../bulk.ts';
import type { WriteSession } from '../engine/engine.ts';
import { Movements } from '../ledger/counters.ts';
import type { LedgerRules } from '../ledger/ledger-rules.ts';
import { touchPlayer } from '../ledger/settle.ts';
import { countedOfRow } from '../ledger/standing-rows.ts';
import { statement } from '../statement.ts';
import { nextPlayerId } from './next-player-id.ts';
import { RecordRefused } from './record-refused.ts';

/** What the ledger needs to know of a player. */
export interface KnownPlayer {
  readonly id: number;
  readonly tracked: number;
}

/** How many players are remembered between look-ups, so that memory does not grow with the world. */
const REMEMBERED = 100_000;

/** Takes players in, and finds them by name for the records that refer to them. */
export class UserImport {
  readonly #session: WriteSession;
  readonly #now: number;
  readonly #rules: LedgerRules;
  readonly #known = new Map<string, KnownPlayer>();
  #nextId: number | undefined;

  constructor(session: WriteSession, options: LedgerRules & { readonly now: number }) {
    this.#session = session;
    this.#now = options.now;
    this.#rules = options;
  }

  async user(record: UserRecord): Promise<void> {
    const key = usernameKey(record.username);
    const alike = await this.#session.all(findAlike, { key, id: record.id ?? 0, ulid: record.ulid ?? '' });
    const had = alike.find((player) => player.name_key === key);
    if (had !== undefined) refuseChange(record, had);
    else refuseTaken(record, alike);

    const joinedAt = record.joinedAt ?? had?.joined_at ?? this.#now;
    const untracked = record.untracked === undefined ? (had?.untracked ?? 0) : Number(record.untracked);
    const id = had?.id ?? (await this.#idFor(record));
    await savePlayers(this.#session, [
      {
        id,
        name: record.username,
        name_key: key,
        ulid: had?.ulid ?? record.ulid ?? ulid(joinedAt * 1000),
        joined_at: joinedAt,
        motto: record.motto ?? had?.motto ?? '',
        untracked,
      },
    ]);
    if (had !== undefined && had.untracked !== untracked) {
      await this.#track(id, 1 - untracked);
      // The player may be known by any spelling of the name.
      this.#known.clear();
    }
    this.#remember(key, { id, tracked: 1 - untracked });
  }

  /** The player of this name, if it is known without asking the database. */
  known(username: string): KnownPlayer | undefined {
    return this.#known.get(username);
  }

  /** @throws RecordRefused when there is none */
  async find(username: string): Promise<KnownPlayer> {
    const key = usernameKey(username);
    let player = this.#known.get(key);
    if (player === undefined) {
      const row = await this.#session.first(findByName, { key });
      if (row === undefined) {
        throw new RecordRefused('user', `a user that is there already, got ${JSON.stringify(username)}`);
      }
      player = { id: row.id, tracked: 1 - row.untracked };
      this.#remember(key, player);
    }
    if (username !== key) this.#remember(username, player);
    return player;
  }

  /** Takes a player into the numbers of the games, or out of them. */
  async #track(playerId: number, tracked: number): Promise<void> {
    await this.#session.all(setTracked, { playerId, tracked });
    await touchPlayer(this.#session, playerId);
    const movements = new Movements();
    for (const row of await this.#session.all(standingsOfPlayer, { playerId })) {
      const { progress } = countedOfRow(row);
      if (tracked === 1) movements.addToGame(row.game_id, NO_PROGRESS, progress);
      else movements.addToGame(row.game_id, progress, NO_PROGRESS);
    }
    await movements.write(this.#session, this.#rules);
  }

  #remember(name: string, player: KnownPlayer): void {
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(name, player);
  }

  async #idFor(record: UserRecord): Promise<number> {
    this.#nextId ??= await nextPlayerId(this.#session);
    const id = record.id ?? this.#nextId;
    this.#nextId = Math.max(this.#nextId, id + 1);
    return id;
  }
}

/** What a new player is given must not be another's. */
function refuseTaken(
  record: UserRecord,
  others: readonly { id: number; name: string; ulid: string }[],
): void {
  for (const other of others) {
    if (other.id === record.id) {
      throw new RecordRefused('id', `an id of its own; ${record.id} is the id of ${other.name}`);
    }
    if (other.ulid === record.ulid) {
      throw new RecordRefused('ulid', `a ULID of its own; ${record.ulid} is that of ${other.name}`);
    }
  }
}

function refuseChange(record: UserRecord, had: { id: number; ulid: string }): void {
  if (record.id !== undefined && record.id !== had.id) {
    throw new RecordRefused('id', `${had.id}, which ${record.username} has: an id does not change`);
  }
  if (record.ulid !== undefined && record.ulid !== had.ulid) {
    throw new RecordRefused('ulid', `${had.ulid}, which ${record.username} has: a ULID does not change`);
  }
}

const findByName = statement<{ key: string }>()((db, slot) =>
  db.selectFrom('player').selectAll().where('name_key', '=', slot('key')),
);

/** The player of this name, and whoever has this id or ULID. */
const findAlike = statement<{ key: string; id: number; ulid: string }>()((db, slot) =>
  db
    .selectFrom('player')
    .selectAll()
    .where((player) =>
      player.or([
        player('name_key', '=', slot('key')),
        player('id', '=', slot('id')),
        player('ulid', '=', slot('ulid')),
      ]),
    ),
);

const savePlayers = bulkUpsert(
  'player',
  ['id'],
  ['name', 'name_key', 'ulid', 'joined_at', 'motto', 'untracked'],
);

const standingsOfPlayer = statement<{ playerId: number }>()((db, slot) =>
  db.selectFrom('player_game').selectAll().where('player_id', '=', slot('playerId')),
);

const setTracked = statement<{ playerId: number; tracked: number }>()((db, slot) =>
  db
    .updateTable('unlock')
    .set((row) => ({ tracked: row.parens(slot('tracked')) }))
    .where('player_id', '=', slot('playerId')),
);
