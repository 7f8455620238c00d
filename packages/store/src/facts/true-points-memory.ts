import type { Session } from '../engine/engine.ts';
import { RecentMap } from '../recent-map.ts';
import type { Change } from './changes.ts';
import { truePointsByGame, truePointsIn } from './true-points.ts';

/** The ten of the home page, and some whose profiles are looked at. */
const PLAYERS = 32;
/** Among more changes than that is nearly every game of such a player. */
const CHANGES = 4_096;
/** What a game takes that is added up by itself, to what it takes as one of all. */
const DEARER = 5;

/** The RetroPoints of a player, as they were when so many changes were noted. */
interface Remembered {
  readonly byGame: Map<number, number>;
  sum: number;
  noted: number;
}

/**
 * Remembers the RetroPoints of the players who were asked for last, game by game: an unlock, of whomever, changes
 * what the achievements of its game are worth, and nothing else.
 */
export class TruePointsMemory {
  #players = new RecentMap<number, Remembered>(PLAYERS);
  #changes: Change[] = [];

  /** Notes what has changed in the state that is looked at from now on. */
  note(changes: readonly Change[]): void {
    this.#changes.push(...changes);
    if (this.#changes.length > CHANGES) this.clear();
  }

  clear(): void {
    this.#players = new RecentMap(PLAYERS);
    this.#changes = [];
  }

  /** The RetroPoints of a player. The session sees the state of which all changes are noted, and no later one. */
  async of(session: Session, playerId: number): Promise<number> {
    const known = this.#players.get(playerId);
    const changed = known && this.#changedGames(playerId, known);
    if (known === undefined || changed === undefined) return this.#addUpAll(session, playerId);
    if (changed.length * DEARER > known.byGame.size) return this.#addUpAll(session, playerId);
    return this.#addUpChanged(session, playerId, known, changed);
  }

  /** While it waits for the session, changes may be noted: what it finds is without them. */
  async #addUpAll(session: Session, playerId: number): Promise<number> {
    const [players, noted] = [this.#players, this.#changes.length];
    const byGame = await truePointsByGame(session, playerId);
    const sum = total(byGame.values());
    players.set(playerId, { byGame, sum, noted });
    return sum;
  }

  async #addUpChanged(
    session: Session,
    playerId: number,
    known: Remembered,
    changed: readonly number[],
  ): Promise<number> {
    const [before, noted] = [known.noted, this.#changes.length];
    const others = known.sum - total(changed.map((id) => known.byGame.get(id) ?? 0));
    const found = await truePointsIn(session, playerId, changed);
    const sum = others + total(found.values());
    // Otherwise another look, maybe at a later state, has come before.
    if (known.noted === before) {
      for (const id of changed) known.byGame.set(id, found.get(id) ?? 0);
      known.sum = sum;
      known.noted = noted;
    }
    return sum;
  }

  /** The games of the player that have changed since, and those in which the player has unlocked something. */
  #changedGames(playerId: number, { byGame, noted }: Remembered): number[] {
    const changed = new Set<number>();
    for (const { player_id, game_id } of this.#changes.slice(noted)) {
      if (game_id !== null && (player_id === playerId || byGame.has(game_id))) changed.add(game_id);
    }
    return [...changed];
  }
}

function total(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
