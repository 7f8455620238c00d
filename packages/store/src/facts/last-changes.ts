import type { Changes } from './changes-since.ts';

/** Whose changes something depends on, beside those of the catalogue, and of what anybody is called. */
export interface Subjects {
  /** All unlocks in these games, of whomever. */
  readonly games?: readonly number[];
  /** All unlocks of these players, in whatever game. */
  readonly players?: readonly number[];
}

/** So many games and players have a place of their own: 1.5 MB, of which that is taken which was written to. */
const GAMES = 2 ** 16;
const PLAYERS = 2 ** 17;

/**
 * When each game and player changed last, in fixed memory: of those that share a place the latest change is that of
 * all, so that it may say that something has changed which has not, and never the other way round.
 */
export class LastChanges {
  readonly #ofGames = new Float64Array(GAMES);
  readonly #ofPlayers = new Float64Array(PLAYERS);
  #ofAll = 0;
  #noted = 0;

  /** How often changes were noted: a moment to ask {@link isSameSince} about later. */
  get noted(): number {
    return this.#noted;
  }

  /** Notes what has changed in the state that is looked at from now on. */
  note(changed: Changes['changed']): void {
    this.#noted += 1;
    if (changed === 'all') {
      this.#ofAll = this.#noted;
      return;
    }
    for (const { player_id, game_id } of changed) {
      // What somebody is called may be in any answer.
      if (game_id === null) this.#ofAll = this.#noted;
      else {
        this.#ofGames[game_id & (GAMES - 1)] = this.#noted;
        this.#ofPlayers[player_id & (PLAYERS - 1)] = this.#noted;
      }
    }
  }

  /** Whether nothing that depends on these can have changed since so many changes were noted. */
  isSameSince(noted: number, { games = [], players = [] }: Subjects): boolean {
    if (this.#ofAll > noted) return false;
    for (const id of games) if ((this.#ofGames[id & (GAMES - 1)] ?? 0) > noted) return false;
    for (const id of players) if ((this.#ofPlayers[id & (PLAYERS - 1)] ?? 0) > noted) return false;
    return true;
  }
}
