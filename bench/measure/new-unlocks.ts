import { hash } from 'node:crypto';
import { usernameOf } from '../world/names.ts';
import { at } from '../world/plays.ts';
import { setSizeOf, type World } from '../world/world.ts';

/** An unlock that the player does not have. */
export interface NewUnlock {
  readonly player: number;
  readonly game: number;
  readonly achievement: number;
  readonly hardcore: boolean;
}

/** How many players unlock, or all where there are fewer. */
const PLAYERS = 256;

/** Who unlocks: players from all over the world. */
export function unlockingPlayers({ players }: World): number[] {
  const step = Math.max(Math.floor(players / PLAYERS), 1);
  return Array.from({ length: Math.min(players, PLAYERS) }, (_, index) => 1 + index * step);
}

/**
 * New unlocks, until there are no more: the players take turns, and each goes through games that they have not
 * played, from the first achievement of each to the last. No two of them begin with the same game.
 */
export function* newUnlocks(world: World, players: readonly number[]): Generator<NewUnlock, undefined> {
  const played = gamesOf(world, players);
  const step = Math.max(Math.floor(world.games / players.length), 1);
  let going = players.map((player, index) => unlocksOf(world, player, played.get(player), index * step));
  while (going.length > 0) {
    const ended = new Set<Generator>();
    for (const one of going) {
      const { value } = one.next();
      if (value === undefined) ended.add(one);
      else yield value;
    }
    if (ended.size > 0) going = going.filter((one) => !ended.has(one));
  }
}

/** So many of them. @throws Error when there are no more */
export function takeUnlocks(unlocks: Generator<NewUnlock, undefined>, count: number): NewUnlock[] {
  return Array.from({ length: count }, () => {
    const { value } = unlocks.next();
    if (value === undefined) throw new Error('this world is too small for so many new unlocks');
    return value;
  });
}

/** The request that records an unlock, signed as rcheevos does; emulators name the ROM too, at which nobody looks. */
export function unlockPath(
  { player, achievement, hardcore }: NewUnlock,
  tokens: ReadonlyMap<number, string>,
): string {
  const username = usernameOf(player);
  const signed = hash('md5', `${achievement}${username}${Number(hardcore)}`);
  const who = `u=${username}&t=${tokens.get(player)}`;
  return `/dorequest.php?r=awardachievement&${who}&a=${achievement}&h=${Number(hardcore)}&v=${signed}`;
}

/** The same for a server that asks nothing about it (recording-process.ts). */
export function bareUnlockPath({ player, game, achievement, hardcore }: NewUnlock): string {
  return `/?player=${player}&game=${game}&achievement=${achievement}&hardcore=${Number(hardcore)}`;
}

/** What a form of `bareUnlockPath` says. */
export function unlockOf(form: string): NewUnlock {
  const values = new URLSearchParams(form);
  const [player = 0, game = 0, achievement = 0] = ['player', 'game', 'achievement'].map((name) =>
    Number(values.get(name)),
  );
  return { player, game, achievement, hardcore: values.get('hardcore') === '1' };
}

function gamesOf({ plays }: World, players: readonly number[]): Map<number, Set<number>> {
  const games = new Map(players.map((player) => [player, new Set<number>()]));
  for (let play = 0; play < plays.count; play += 1) {
    games.get(at(plays.players, play))?.add(at(plays.games, play));
  }
  return games;
}

function* unlocksOf(
  world: World,
  player: number,
  played: ReadonlySet<number> | undefined,
  skipped: number,
): Generator<NewUnlock, undefined> {
  for (let index = 0; index < world.games; index += 1) {
    const game = 1 + ((skipped + index) % world.games);
    if (played?.has(game)) continue;
    const first = at(world.firstAchievement, game);
    for (let place = 0; place < setSizeOf(world, game); place += 1) {
      yield { player, game, achievement: first + place, hardcore: place % 5 < 3 };
    }
  }
}
