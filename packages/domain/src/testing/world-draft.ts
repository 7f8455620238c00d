import type { AwardKind } from '../awards.ts';
import type { AchievementKind } from '../catalogue.ts';
import type { AchievementRecord, UserRecord, WorldRecord } from '../world.ts';

/** Facts of an achievement; left out, they keep what they were (promoted and of no type, at first). */
export interface AchievementDraft {
  readonly points: number;
  readonly kind?: AchievementKind | null;
  readonly promoted?: boolean;
}

export interface UserDraft {
  /** The id that the record names; left out, one is assigned. */
  readonly givenId?: number;
  readonly untracked?: boolean;
}

export type Spelling = 'as shown' | 'lower' | 'upper';

/**
 * Something that may happen in a world, before there is one: games, achievements and players are given by
 * any number, of which the remainder counts, so that every draft fits every world.
 */
export type Draft =
  | { what: 'unlock'; player: number; achievement: number; at: number; hardcore: boolean; spelling: Spelling }
  | {
      what: 'sweep';
      player: number;
      game: number;
      at: number;
      step: number;
      hardcore: boolean;
      spare: number;
    }
  | { what: 'award'; player: number; game: number; kind: AwardKind; at: number; spelling: Spelling }
  | { what: 'change'; achievement: number; to: Partial<AchievementDraft> }
  | { what: 'addition'; game: number; achievement: AchievementDraft }
  | { what: 'tracking'; player: number; to: { readonly untracked?: boolean } };

/** In no order, so that an order by id is not the order of appearance. */
const GAME_IDS = [12, 10, 11];
const USERNAMES = ['Ada', 'boris', 'CYD', 'Dee4', 'eVe', 'F2', 'Gus'];

/** Makes records out of drafts, each referring only to what has been made before it. */
export class WorldWriter {
  readonly #games: number[] = [];
  readonly #achievements: AchievementRecord[] = [];
  readonly #users: UserRecord[] = [];

  system(id: number): WorldRecord {
    return { type: 'system', id, name: `System ${id}` };
  }

  game(systemId: number): WorldRecord[] {
    const id = GAME_IDS[this.#games.length];
    if (id === undefined) return [];
    this.#games.push(id);
    return [{ type: 'game', id, systemId, title: `Game ${id}` }];
  }

  achievement(game: number, draft: AchievementDraft): WorldRecord[] {
    const gameId = pick(this.#games, game);
    if (gameId === undefined) return [];
    const id = 100 + this.#achievements.length;
    const title = `Achievement ${id}`;
    const record: AchievementRecord = { type: 'achievement', id, gameId, title, description: '', ...draft };
    this.#achievements.push(record);
    return [record];
  }

  user({ givenId, untracked }: UserDraft): WorldRecord[] {
    const username = USERNAMES[this.#users.length];
    if (username === undefined) return [];
    const user: UserRecord = {
      type: 'user',
      username,
      ...(givenId === undefined ? {} : { id: givenId }),
      ...(untracked === undefined ? {} : { untracked }),
    };
    this.#users.push(user);
    return [user];
  }

  records(draft: Draft): WorldRecord[] {
    switch (draft.what) {
      case 'unlock':
        return this.#unlock(draft);
      case 'sweep':
        return this.#sweep(draft);
      case 'award':
        return this.#award(draft);
      case 'change':
        return this.#change(draft.achievement, draft.to);
      case 'addition':
        return this.achievement(draft.game, draft.achievement);
      case 'tracking': {
        const user = pick(this.#users, draft.player);
        return user === undefined ? [] : [{ type: 'user', username: user.username, ...draft.to }];
      }
    }
  }

  #unlock(draft: Draft & { what: 'unlock' }): WorldRecord[] {
    const user = pick(this.#users, draft.player);
    const achievement = pick(this.#achievements, draft.achievement);
    if (user === undefined || achievement === undefined) return [];
    const { at, hardcore } = draft;
    return [
      { type: 'unlock', user: spell(user, draft.spelling), achievementId: achievement.id, at, hardcore },
    ];
  }

  /** One player unlocks a whole game, one achievement every `step` seconds, up to one that is spared. */
  #sweep({ player, game, at, step, hardcore, spare }: Draft & { what: 'sweep' }): WorldRecord[] {
    const user = pick(this.#users, player);
    const gameId = pick(this.#games, game);
    if (user === undefined) return [];
    return this.#achievements
      .filter((achievement) => achievement.gameId === gameId)
      .flatMap(({ id }, index) =>
        index === spare
          ? []
          : { type: 'unlock', user: user.username, achievementId: id, at: at + index * step, hardcore },
      );
  }

  #award(draft: Draft & { what: 'award' }): WorldRecord[] {
    const user = pick(this.#users, draft.player);
    const gameId = pick(this.#games, draft.game);
    if (user === undefined || gameId === undefined) return [];
    return [{ type: 'award', user: spell(user, draft.spelling), gameId, kind: draft.kind, at: draft.at }];
  }

  /** The achievement again. What an achievement record must say is said as it was, unless it changes. */
  #change(achievement: number, to: Partial<AchievementDraft>): WorldRecord[] {
    const before = pick(this.#achievements, achievement);
    if (before === undefined) return [];
    const { id, gameId, title, description } = before;
    const points = to.points ?? before.points;
    const record: AchievementRecord = { type: 'achievement', id, gameId, title, description, ...to, points };
    this.#achievements.splice(this.#achievements.indexOf(before), 1, record);
    return [record];
  }
}

function pick<T>(from: readonly T[], number: number): T | undefined {
  return from[number % from.length];
}

function spell(user: UserRecord, spelling: Spelling): string {
  if (spelling === 'as shown') return user.username;
  return spelling === 'lower' ? user.username.toLowerCase() : user.username.toUpperCase();
}
