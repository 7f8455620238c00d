import type { Player } from '../players.ts';

/** Of a player's line, in words of 4 bytes: it is 64 bytes long, as much as a processor gets from memory at once. */
const WORDS = 16;
const ID = 0;
const POINTS_HARDCORE = 1;
const POINTS_SOFTCORE = 2;
const GAMES_LISTED = 3;
/** At most 20 characters. */
const USERNAME = 4;
/** 26 characters. */
const ULID = 9;
/** In bytes: what the ULID leaves of its last word. */
const USERNAME_LENGTH = 62;

/** Whatever writes ASCII that lies in memory: so many characters that begin with a word. */
export interface AsciiSink {
  asciiFrom(words: Int32Array, from: number, length: number): unknown;
}

/**
 * Players side by side in memory, in lines of 64 bytes: what a list says of a player takes one access to memory, where
 * an object with its texts takes six or more; those are what a long list waits for. Whole numbers are below 2^31,
 * names and ULIDs are ASCII (WORLD_FORMAT.md).
 */
export class PlayerLines {
  readonly #words: Int32Array;
  readonly #bytes: Buffer;

  /** @param memory that nobody else writes to; its length is a multiple of 64 bytes */
  constructor(memory: Int32Array) {
    this.#words = memory;
    this.#bytes = Buffer.from(memory.buffer, memory.byteOffset, memory.byteLength);
  }

  /** Memory for so many players. */
  static ofLength(length: number): PlayerLines {
    // From Node's pool where they are few, as they are in most lists.
    const { buffer, byteOffset } = Buffer.allocUnsafe(length * WORDS * 4);
    return new PlayerLines(new Int32Array(buffer, byteOffset, length * WORDS));
  }

  /** These players, in this order. */
  static of(players: readonly Player[]): PlayerLines {
    const lines = PlayerLines.ofLength(players.length);
    for (const [line, player] of players.entries()) lines.write(line, player);
    return lines;
  }

  write(line: number, { id, username, ulid, pointsHardcore, pointsSoftcore, gamesListed }: Player): void {
    const word = line * WORDS;
    this.#words[word + ID] = id;
    this.#words[word + POINTS_HARDCORE] = pointsHardcore;
    this.#words[word + POINTS_SOFTCORE] = pointsSoftcore;
    this.#words[word + GAMES_LISTED] = gamesListed;
    this.#bytes.write(username, (word + USERNAME) * 4, 'latin1');
    this.#bytes.write(ulid, (word + ULID) * 4, 'latin1');
    this.#bytes[word * 4 + USERNAME_LENGTH] = username.length;
  }

  read(line: number): Player {
    return {
      id: this.id(line),
      username: this.#text(line * WORDS + USERNAME, this.#usernameLength(line)),
      ulid: this.#text(line * WORDS + ULID, 26),
      pointsHardcore: this.pointsHardcore(line),
      pointsSoftcore: this.pointsSoftcore(line),
      gamesListed: this.#words[line * WORDS + GAMES_LISTED] ?? 0,
    };
  }

  /** Copies a player from elsewhere. */
  copy(line: number, from: PlayerLines, fromLine: number): void {
    const to = this.#words;
    const words = from.#words;
    const end = (line + 1) * WORDS;
    for (let word = line * WORDS, other = fromLine * WORDS; word < end; word += 1, other += 1)
      to[word] = words[other] ?? 0;
  }

  /** Nobody is in this line. */
  clear(line: number): void {
    this.#words[line * WORDS + ID] = 0;
  }

  /** 0 where nobody is. */
  id(line: number): number {
    return this.#words[line * WORDS + ID] ?? 0;
  }

  pointsHardcore(line: number): number {
    return this.#words[line * WORDS + POINTS_HARDCORE] ?? 0;
  }

  pointsSoftcore(line: number): number {
    return this.#words[line * WORDS + POINTS_SOFTCORE] ?? 0;
  }

  writeUsername(line: number, to: AsciiSink): void {
    to.asciiFrom(this.#words, line * WORDS + USERNAME, this.#usernameLength(line));
  }

  writeUlid(line: number, to: AsciiSink): void {
    to.asciiFrom(this.#words, line * WORDS + ULID, 26);
  }

  #usernameLength(line: number): number {
    return this.#bytes[line * WORDS * 4 + USERNAME_LENGTH] ?? 0;
  }

  #text(word: number, length: number): string {
    return this.#bytes.toString('latin1', word * 4, word * 4 + length);
  }
}
