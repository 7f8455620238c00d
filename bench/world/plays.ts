/** What is known of who plays what: one entry of each list for each play, a player in a game. */
export interface Plays {
  readonly count: number;
  /** Ids of players. */
  readonly players: Uint32Array;
  /** Ids of games. */
  readonly games: Uint32Array;
  /** How many achievements were unlocked. */
  readonly lengths: Uint8Array;
}

/** Plays that are still being gathered, in 9 bytes each. */
export class PlayList {
  count = 0;
  #players = new Uint32Array(1024);
  #games = new Uint32Array(1024);
  #lengths = new Uint8Array(1024);

  add(player: number, game: number, length: number): void {
    if (this.count === this.#players.length) this.#grow();
    this.#players[this.count] = player;
    this.#games[this.count] = game;
    this.#lengths[this.count] = length;
    this.count += 1;
  }

  /** The plays by the ids of their players, and those of one player in the order in which they were added. */
  byPlayer(playerCount: number): Plays {
    const next = new Uint32Array(playerCount + 2);
    for (let play = 0; play < this.count; play += 1) bump(next, at(this.#players, play) + 1);
    for (let player = 1; player < next.length; player += 1) bump(next, player, at(next, player - 1));
    const sorted = {
      count: this.count,
      players: new Uint32Array(this.count),
      games: new Uint32Array(this.count),
      lengths: new Uint8Array(this.count),
    };
    for (let play = 0; play < this.count; play += 1) {
      const player = at(this.#players, play);
      const place = at(next, player);
      bump(next, player);
      sorted.players[place] = player;
      sorted.games[place] = at(this.#games, play);
      sorted.lengths[place] = at(this.#lengths, play);
    }
    return sorted;
  }

  #grow(): void {
    const size = this.count * 2;
    const [players, games, lengths] = [new Uint32Array(size), new Uint32Array(size), new Uint8Array(size)];
    players.set(this.#players);
    games.set(this.#games);
    lengths.set(this.#lengths);
    [this.#players, this.#games, this.#lengths] = [players, games, lengths];
  }
}

/** The number at a place where there is one. */
export function at(list: Uint32Array | Uint8Array, place: number): number {
  const value = list[place];
  if (value === undefined) throw new RangeError(`nothing at ${place} in a list of ${list.length}`);
  return value;
}

function bump(list: Uint32Array, place: number, by = 1): void {
  list[place] = at(list, place) + by;
}
