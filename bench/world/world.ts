import { between, type Chance, chanceOf } from './chance.ts';
import { at, PlayList, type Plays } from './plays.ts';

/** Grows with every change of what is generated: worlds that are kept are kept by it. */
export const GENERATOR_VERSION = 1;

/** Kinds of chance: what is drawn for the one does not move what is drawn for the other. */
export const CHANCE = { game: 1, audience: 2, play: 3, player: 4, achievement: 5, request: 6 } as const;

const UNLOCKS_PER_PLAYER = 100;
/** The largest game is played by this part of all players; the one of rank r by 1/r^0.9 of those. */
const LARGEST_AUDIENCE = 1 / 3;
const AUDIENCE_EXPONENT = 0.9;
/** Most games are in the tail: each has a few dozen players. */
const TAIL_AUDIENCE = { from: 12, to: 60 };
const SET_SIZE = { from: 20, to: 60 };
/** Of all plays, those that unlock the whole set. */
const MASTERED = 0.05;

/** The shape of a world: who plays what, and how far. Ids are dense and start at 1; game 1 is the largest. */
export interface World {
  readonly unlocks: number;
  readonly players: number;
  readonly games: number;
  readonly achievements: number;
  /** The id of the first achievement of each game (by game id), and behind the last game one more. */
  readonly firstAchievement: Uint32Array;
  /** By player id, then by game id. */
  readonly plays: Plays;
}

/**
 * The world of so many unlocks, always the same one: a player for every 100 unlocks, about 40 achievements a
 * game, audiences and players' appetites with a heavy tail. Takes memory for the plays, not for the unlocks.
 */
export function generateWorld(unlocks: number): World {
  const players = Math.max(Math.round(unlocks / UNLOCKS_PER_PLAYER), 1);
  const plays = new PlayList();
  const firstAchievement = [0, 1];
  const gameOfLastPlay = new Uint32Array(players + 1);
  let left = unlocks;
  let game = 0;
  while (left > 0) {
    game += 1;
    const chance = chanceOf(CHANCE.game, game);
    const setSize = between(chance, SET_SIZE.from, SET_SIZE.to);
    const audience = audienceOf(game, players, chance);
    const draw = chanceOf(CHANCE.audience, game);
    for (let found = 0; found < audience && left > 0; ) {
      const player = drawPlayer(draw, players);
      if (gameOfLastPlay[player] === game) continue;
      gameOfLastPlay[player] = game;
      found += 1;
      const length = Math.min(lengthOfPlay(draw, setSize), left);
      plays.add(player, game, length);
      left -= length;
    }
    firstAchievement.push((firstAchievement[game] ?? 0) + setSize);
  }
  return {
    unlocks,
    players,
    games: game,
    achievements: (firstAchievement[game + 1] ?? 1) - 1,
    firstAchievement: Uint32Array.from(firstAchievement),
    plays: plays.byPlayer(players),
  };
}

/** How many achievements the game has. */
export function setSizeOf(world: World, game: number): number {
  return at(world.firstAchievement, game + 1) - at(world.firstAchievement, game);
}

/** The player with the most games. */
export function heaviestPlayer({ plays, players }: World): number {
  const games = new Uint32Array(players + 1);
  for (let play = 0; play < plays.count; play += 1) {
    const player = at(plays.players, play);
    games[player] = at(games, player) + 1;
  }
  return games.indexOf(games.reduce((most, count) => Math.max(most, count)));
}

function audienceOf(rank: number, players: number, chance: Chance): number {
  const head = (players * LARGEST_AUDIENCE) / rank ** AUDIENCE_EXPONENT;
  const tail = between(chance, TAIL_AUDIENCE.from, TAIL_AUDIENCE.to);
  return Math.max(1, Math.round(Math.min(Math.max(head, tail), players * LARGEST_AUDIENCE)));
}

/** Draws a player by appetite, which falls with the square root of the rank; ranks lie scattered over the ids. */
function drawPlayer(chance: Chance, players: number): number {
  const rank = Math.floor(players * chance() ** 2);
  return 1 + Number((BigInt(rank) * SCATTER) % BigInt(players));
}

/** A prime above any number of players, so that no two ranks get the same id. */
const SCATTER = 2_654_435_761n;

function lengthOfPlay(chance: Chance, setSize: number): number {
  return chance() < MASTERED ? setSize : Math.max(1, Math.ceil(setSize * chance() ** 3));
}
