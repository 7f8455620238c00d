import type { AwardKind } from '../awards.ts';
import type { GrantedAward } from './model-awards.ts';

const FROM_LOW_TO_HIGH: readonly AwardKind[] = [
  'beaten-softcore',
  'beaten-hardcore',
  'completed',
  'mastered',
];

interface Entry {
  readonly playerId: number;
  readonly gameId: number;
  readonly kind: AwardKind;
  at: number;
}

/** The awards that players hold: once granted, one stays, and only an earlier time replaces its time. */
export class AwardBook {
  readonly #entries: Entry[] = [];

  grant(playerId: number, gameId: number, { kind, at }: GrantedAward): void {
    const entry = this.#of(playerId, gameId).find((held) => held.kind === kind);
    if (entry === undefined) this.#entries.push({ playerId, gameId, kind, at });
    else if (at < entry.at) entry.at = at;
  }

  /** What a player holds for a game, from low to high. */
  held(playerId: number, gameId: number): GrantedAward[] {
    const awards = this.#of(playerId, gameId).map(({ kind, at }) => ({ kind, at }));
    return awards.sort((a, b) => FROM_LOW_TO_HIGH.indexOf(a.kind) - FROM_LOW_TO_HIGH.indexOf(b.kind));
  }

  #of(playerId: number, gameId: number): Entry[] {
    return this.#entries.filter((entry) => entry.playerId === playerId && entry.gameId === gameId);
  }
}
