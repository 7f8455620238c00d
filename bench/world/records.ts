import type { AchievementRecord, GameRecord, UnlockRecord, UserRecord, WorldRecord } from '@laurel/domain';
import { between, chanceOf } from './chance.ts';
import { ulidOf, usernameOf } from './names.ts';
import { at } from './plays.ts';
import { CHANCE, setSizeOf, type World } from './world.ts';

const SYSTEMS = 20;
const DAY = 24 * 60 * 60;
/** Everything happens in the twelve years from here on; the last unlocks trail off in the weeks after. */
const BEGINNING = Date.UTC(2013) / 1000;
const YEARS = 12 * 365 * DAY;
/** One player in so many is untracked. */
const UNTRACKED = 200;
const POINTS = [1, 2, 3, 4, 5, 5, 10, 10, 25, 50];
/** Plays all in hardcore, and plays in both modes, half and half: 60 % of all unlocks are hardcore. */
const [HARDCORE_PLAYS, MIXED_PLAYS] = [0.55, 0.1];

/** In which order the unlocks come: as an export writes them, or play by play all over the world. */
export type Order = 'player' | 'scattered';

/** The records of a world, in an order in which they can be imported. */
export function* recordsOf(world: World, order: Order = 'player'): Generator<WorldRecord> {
  for (let id = 1; id <= SYSTEMS; id += 1) yield { type: 'system', id, name: `System ${id}` };
  for (let game = 1; game <= world.games; game += 1) {
    yield gameRecord(game);
    for (let place = 0; place < setSizeOf(world, game); place += 1)
      yield achievementRecord(world, game, place);
  }
  for (let player = 1; player <= world.players; player += 1) yield userRecord(player);
  const step = order === 'player' ? 1 : strideOf(world.plays.count);
  for (let index = 0, play = 0; index < world.plays.count; index += 1) {
    yield* unlocksOf(world, play);
    play = (play + step) % world.plays.count;
  }
}

/** The unlocks of one play: the easiest achievements of the set, from the first on. */
export function* unlocksOf({ plays, firstAchievement }: World, play: number): Generator<UnlockRecord> {
  const player = at(plays.players, play);
  const game = at(plays.games, play);
  const first = at(firstAchievement, game);
  const user = usernameOf(player);
  const chance = chanceOf(CHANCE.play, game, player);
  const mode = chance();
  let time = BEGINNING + Math.floor(chance() * YEARS);
  for (let place = 0; place < at(plays.lengths, play); place += 1) {
    time += 30 + Math.floor(chance() ** 4 * DAY);
    const isMixed = mode >= HARDCORE_PLAYS && mode < HARDCORE_PLAYS + MIXED_PLAYS;
    const hardcore = isMixed ? chance() < 0.5 : mode < HARDCORE_PLAYS;
    yield { type: 'unlock', user, achievementId: first + place, at: time, hardcore };
  }
}

function gameRecord(id: number): GameRecord {
  return { type: 'game', id, systemId: 1 + (id % SYSTEMS), title: `The Quest for Number ${id}` };
}

function achievementRecord(world: World, gameId: number, place: number): AchievementRecord {
  const id = at(world.firstAchievement, gameId) + place;
  const chance = chanceOf(CHANCE.achievement, id);
  const isLast = place === setSizeOf(world, gameId) - 1;
  const createdAt = BEGINNING - between(chance, 0, 300) * DAY;
  return {
    type: 'achievement',
    id,
    gameId,
    title: `Deed ${place + 1} of Quest ${gameId}`,
    description: `Reach the goal of stage ${place + 1} with no more than ${between(chance, 1, 9)} hits taken`,
    points: POINTS[Math.floor(chance() * POINTS.length)] ?? 5,
    kind: isLast ? 'win_condition' : place % 8 === 0 ? 'progression' : null,
    author: usernameOf(1 + (gameId % world.players)),
    badge: `${id}`.padStart(6, '0'),
    trigger: `0xH0010=${place}_d0xH0010!=${place}_0xH0${(id % 4096).toString(16).padStart(3, '0')}>0`,
    order: place,
    createdAt,
    modifiedAt: createdAt + between(chance, 0, 100) * DAY,
  };
}

function userRecord(id: number): UserRecord {
  const chance = chanceOf(CHANCE.player, id);
  const joinedAt = BEGINNING - between(chance, 0, YEARS / DAY / 4) * DAY;
  return {
    type: 'user',
    username: usernameOf(id),
    id,
    ulid: ulidOf(id, joinedAt),
    joinedAt,
    untracked: id % UNTRACKED === 0,
  };
}

/** A step that, taken again and again around so many places, comes to each of them once. */
function strideOf(count: number): number {
  let stride = Math.floor(count * 0.618) || 1;
  while (greatestCommonDivisor(stride, count) !== 1) stride += 1;
  return stride;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
