import { USERNAME_PATTERN } from '@laurel/domain';
import type { Player } from '../players.ts';
import { alignedMemory, LINE } from './aligned-memory.ts';

const BYTES = LINE;
const WORDS = BYTES / 4;

// In bytes; behind each text is more of the line, since it may be read 8 bytes at a time.
/** At most 20 characters. */
const USERNAME = 0;
const ULID = 20;
const ULID_LENGTH = 26;
const ULID_PATTERN = /^[0-9A-Za-z]{26}$/;
const USERNAME_LENGTH = 46;

// In words of 4 bytes.
const GAMES_LISTED = 12;
const POINTS_HARDCORE = 13;
const POINTS_SOFTCORE = 14;
const ID = 15;

/** Whatever writes what lies in memory: so many bytes from a place on, behind which it may read 7 more. */
export interface MemorySink {
  copyFrom(memory: DataView, from: number, length: number): unknown;
}

/**
 * Players side by side in memory, in lines of 64 bytes, as much as a processor gets at once: what a list says of a
 * player takes one access to memory, where an object with its texts takes six or more; those are what a long list
 * waits for. Whole numbers are below 2^31, names and ULIDs are ASCII (WORLD_FORMAT.md).
 */
export class PlayerLines {
  readonly #words: Int32Array;
  readonly #bytes: Buffer;
  readonly #view: DataView;

  /** @param memory that nobody else writes to; its length is a multiple of 64 bytes */
  constructor(memory: Int32Array) {
    this.#words = memory;
    this.#bytes = Buffer.from(memory.buffer, memory.byteOffset, memory.byteLength);
    this.#view = new DataView(memory.buffer, memory.byteOffset, memory.byteLength);
  }

  /** Memory for so many players; what is in it is anything. */
  static ofLength(length: number): PlayerLines {
    // From Node's pool where they are few, as they are in most lists.
    const { buffer, byteOffset } = Buffer.allocUnsafe(length * BYTES);
    return new PlayerLines(new Int32Array(buffer, byteOffset, length * WORDS));
  }

  /** Memory for very many, nobody in it, where each line is one of the processor's. */
  static aligned(length: number): PlayerLines {
    return new PlayerLines(alignedMemory(length));
  }

  /** These players, in this order. @throws Error where one has a name or a ULID that is none */
  static of(players: readonly Player[]): PlayerLines {
    const lines = PlayerLines.ofLength(players.length);
    for (const [line, player] of players.entries()) {
      const { id, username, ulid } = player;
      if (!lines.put(line, player))
        throw new Error(`Player ${id} has a name or a ULID that is none: ${username}, ${ulid}`);
    }
    return lines;
  }

  /** @returns whether the player is there now: not with a name or a ULID that is none, which may not fit, or not be JSON */
  put(line: number, player: Player): boolean {
    const { id, username, ulid, pointsHardcore, pointsSoftcore, gamesListed } = player;
    if (!USERNAME_PATTERN.test(username) || !ULID_PATTERN.test(ulid)) return false;
    const word = line * WORDS;
    this.#words[word + ID] = id;
    this.#words[word + POINTS_HARDCORE] = pointsHardcore;
    this.#words[word + POINTS_SOFTCORE] = pointsSoftcore;
    this.#words[word + GAMES_LISTED] = gamesListed;
    this.#bytes.write(username, line * BYTES + USERNAME, 'latin1');
    this.#bytes.write(ulid, line * BYTES + ULID, 'latin1');
    this.#bytes[line * BYTES + USERNAME_LENGTH] = username.length;
    return true;
  }

  read(line: number): Player {
    return {
      id: this.id(line),
      username: this.#text(line * BYTES + USERNAME, this.#usernameLength(line)),
      ulid: this.#text(line * BYTES + ULID, ULID_LENGTH),
      pointsHardcore: this.pointsHardcore(line),
      pointsSoftcore: this.pointsSoftcore(line),
      gamesListed: this.#words[line * WORDS + GAMES_LISTED] ?? 0,
    };
  }

  /** Copies a player from elsewhere. */
  copy(line: number, from: PlayerLines, fromLine: number): void {
    const to = this.#view;
    const other = from.#view;
    const start = line * BYTES;
    const otherStart = fromLine * BYTES;
    // No object is made for these: V8 copies a word.
    for (let at = 0; at < BYTES; at += 8) to.setBigInt64(start + at, other.getBigInt64(otherStart + at));
  }

  /** Nobody is in this line. */
  clear(line: number): void {
    this.#words[line * WORDS + ID] = 0;
  }

  /** 0 where nobody is. */
  id(line: number): number {
    return this.#words[line * WORDS + ID] ?? 0;
  }

  /** The id of each line, in their order. */
  ids(): number[] {
    return Array.from({ length: this.#words.length / WORDS }, (_, line) => this.id(line));
  }

  pointsHardcore(line: number): number {
    return this.#words[line * WORDS + POINTS_HARDCORE] ?? 0;
  }

  pointsSoftcore(line: number): number {
    return this.#words[line * WORDS + POINTS_SOFTCORE] ?? 0;
  }

  writeUsername(line: number, to: MemorySink): void {
    to.copyFrom(this.#view, line * BYTES + USERNAME, this.#usernameLength(line));
  }

  writeUlid(line: number, to: MemorySink): void {
    to.copyFrom(this.#view, line * BYTES + ULID, ULID_LENGTH);
  }

  #usernameLength(line: number): number {
    return this.#bytes[line * BYTES + USERNAME_LENGTH] ?? 0;
  }

  #text(at: number, length: number): string {
    return this.#bytes.toString('latin1', at, at + length);
  }
}
