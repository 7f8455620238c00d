import type { AchievementRecord, GameRecord, LeaderboardRecord } from '@laurel/domain';
import { CLOSING, DAY, OPENING, seconds } from './calendar.ts';
import {
  DRAGSTER,
  DRAGSTER_UNPROMOTED,
  GOLDEN_AXE,
  SONIC_THE_HEDGEHOG,
  STREETS_OF_RAGE_2,
} from './documented-sets.ts';
import { gameHash, leaderboardsOf, pictures, richPresence, trigger } from './game-parts.ts';
import { inventedGame } from './invented-games.ts';
import { inventedSet } from './invented-sets.ts';
import { KNOWN_GAMES } from './known-games.ts';
import { AUTHORS } from './names.ts';
import { type Random, randomFrom } from './random.ts';
import type { AchievementPlan } from './set-plan.ts';
import { ATARI_2600, MEGA_DRIVE, SYSTEMS } from './systems.ts';

/** The documented games: 1, 2 and 3 of user progress, and those of the distribution and the completion page. */
export const GAME_OF_DISTRIBUTION = 14402;
export const GAME_OF_COMPLETION = 20246;

export interface DemoAchievement {
  readonly record: AchievementRecord;
  /** About how many of the game's players get it, from 0 to 1. */
  readonly reach: number;
}

export interface DemoGame {
  readonly record: GameRecord;
  /** The promoted achievements, the easiest first. */
  readonly set: readonly DemoAchievement[];
  readonly unpromoted: readonly DemoAchievement[];
  readonly leaderboards: readonly LeaderboardRecord[];
  /** When its achievements could first be unlocked. */
  readonly openedAt: number;
}

const INVENTED_GAMES = 1290;
const DOCUMENTED_SETS = [SONIC_THE_HEDGEHOG, STREETS_OF_RAGE_2, GOLDEN_AXE];

/** Every game of the demo world, the most popular ones first. */
export function demoGames(): DemoGame[] {
  const random = randomFrom(1);
  const maker = new GameMaker(random);
  const games: DemoGame[] = [];
  for (const [index, { parts, ...facts }] of KNOWN_GAMES.entries()) {
    const set = DOCUMENTED_SETS[index] ?? inventedSet(random, facts.genre, parts, random.between(14, 40));
    const openedAt = index === 0 ? OPENING : OPENING + random.between(DAY, 900 * DAY);
    const record = { type: 'game', id: index + 1, ...facts } as const;
    games.push(maker.make(record, { set, openedAt, isKnown: true }));
  }
  const titles = new Set(games.map((game) => game.record.title));
  for (let id = games.length + 1; id <= KNOWN_GAMES.length + INVENTED_GAMES; id += 1) {
    const { title, genre, developer } = inventedGame(random, titles);
    const record = { type: 'game', id, systemId: systemOfInvented(random), title, genre, developer } as const;
    const set = random.chance(0.015) ? [] : inventedSet(random, genre, null, setSize(random));
    const unpromoted = random.chance(0.04) ? inventedSet(random, genre, null, 5).slice(3) : [];
    games.push(
      maker.make(record, { set, unpromoted, openedAt: OPENING + random.between(60 * DAY, 3900 * DAY) }),
    );
  }
  games.push(dragster(maker), knucklesHack(maker, random));
  return games;
}

function dragster(maker: GameMaker): DemoGame {
  const record = {
    type: 'game',
    id: GAME_OF_DISTRIBUTION,
    systemId: ATARI_2600,
    title: 'Dragster',
    publisher: 'Activision',
    developer: 'David Crane',
    genre: 'Racing',
  } as const;
  const openedAt = seconds('2019-03-02T18:20:00Z');
  return maker.make(record, { set: DRAGSTER, unpromoted: DRAGSTER_UNPROMOTED, openedAt, isKnown: true });
}

/** Its whole set has been demoted: that is why its award can no longer be derived. */
function knucklesHack(maker: GameMaker, random: Random): DemoGame {
  const record = {
    type: 'game',
    id: GAME_OF_COMPLETION,
    systemId: MEGA_DRIVE,
    title: '~Hack~ Knuckles the Echidna in Sonic the Hedgehog',
    icon: '/Images/074560.png',
    genre: 'Platformer',
  } as const;
  const unpromoted = inventedSet(random, 'Platformer', { name: 'zone', count: 7 }, 14);
  return maker.make(record, { set: [], unpromoted, openedAt: seconds('2022-09-10T16:05:00Z') });
}

function systemOfInvented(random: Random): number {
  return random.pick(SYSTEMS.filter((system) => system.active !== false)).id;
}

/** From 5 to 40, mostly small. */
function setSize(random: Random): number {
  return 5 + Math.floor(36 * random.fraction() ** 3);
}

interface Contents {
  readonly set: readonly AchievementPlan[];
  readonly unpromoted?: readonly AchievementPlan[];
  readonly openedAt: number;
  /** Known games have leaderboards and rich presence. */
  readonly isKnown?: boolean;
}

/** Makes records of plans; ids go up from 1. */
class GameMaker {
  readonly #random: Random;
  #lastAchievement = 0;
  #lastLeaderboard = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  make(facts: GameRecord, { set, unpromoted = [], openedAt, isKnown = false }: Contents): DemoGame {
    const record = {
      ...pictures(facts.id),
      ...facts,
      ...(isKnown && { richPresence: richPresence(this.#random, facts.title) }),
      hashes: [gameHash(this.#random, facts.title)],
    };
    const leaderboards = isKnown ? leaderboardsOf(this.#random, facts.id, this.#lastLeaderboard) : [];
    this.#lastLeaderboard += leaderboards.length;
    const author = facts.id === 1 ? 'Scott' : this.#random.pick(AUTHORS);
    const revisedAt =
      facts.id === 1 ? seconds('2023-08-08T00:36:59Z') : this.#random.between(openedAt + DAY, CLOSING);
    const shared = { gameId: facts.id, author, modifiedAt: revisedAt };
    return {
      record,
      set: this.#achievements(set, { ...shared, promoted: true }, openedAt),
      unpromoted: this.#achievements(unpromoted, { ...shared, promoted: false }, openedAt),
      leaderboards,
      openedAt,
    };
  }

  #achievements(
    plans: readonly AchievementPlan[],
    shared: Pick<AchievementRecord, 'gameId' | 'author' | 'modifiedAt' | 'promoted'>,
    openedAt: number,
  ): DemoAchievement[] {
    const numbered = plans.map((plan) => ({ ...plan, id: ++this.#lastAchievement }));
    numbered.sort((a, b) => b.reach - a.reach);
    let createdAt = openedAt;
    return numbered.map(({ reach, ...plan }, index) => {
      const badge = String(40000 + plan.id);
      const record = { type: 'achievement', ...plan, ...shared, badge, order: index + 1, createdAt } as const;
      createdAt += this.#random.between(40, 600);
      return { record: { ...record, trigger: trigger(this.#random) }, reach };
    });
  }
}
