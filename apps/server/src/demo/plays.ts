import { type DemoAchievement, type DemoGame, GAME_OF_DISTRIBUTION } from './catalogue.ts';
import type { Achieved, Play } from './history.ts';
import type { DemoPlayer, DragsterPlan, SonicPlan } from './players.ts';
import { at, type Random } from './random.ts';

/** The games as players come to them. */
export interface Shelf {
  readonly sonic: DemoGame;
  readonly dragster: DemoGame;
  /** A game at random, the popular ones much more often. */
  pickOther(): DemoGame;
}

/** Sorts the games, which come with the most popular ones first. */
export function shelfOf(random: Random, games: readonly DemoGame[]): Shelf {
  const sonic = at(games, 0);
  const dragster = games.find((game) => game.record.id === GAME_OF_DISTRIBUTION) ?? sonic;
  const others = games.filter((game) => game !== sonic && game !== dragster && game.set.length > 0);
  let sum = 0;
  const sums = others.map((_, rank) => {
    sum += 1 / (rank + 5);
    return sum;
  });
  return {
    sonic,
    dragster,
    pickOther: () => {
      const drawn = random.fraction() * sum;
      return at(
        others,
        sums.findIndex((upTo) => drawn < upTo),
      );
    },
  };
}

/** Everything that an ordinary player plays. */
export function* playsOf(random: Random, player: DemoPlayer, shelf: Shelf): Generator<Play> {
  if (player.sonic !== null) yield sonicPlay(random, shelf.sonic, player.sonic);
  if (player.dragster !== null) yield dragsterPlay(random, shelf.dragster, player.dragster);
  const others = new Set(Array.from({ length: player.otherGames }, () => shelf.pickOther()));
  for (const game of others) {
    const depth = random.fraction() ** 0.7;
    const got = game.set.filter((achievement, index) => index === 0 || isReached(random, achievement, depth));
    const tried = game.unpromoted.filter(() => random.chance(0.3));
    yield {
      game,
      achieved: [...got, ...tried].map((achievement) => inMode(random, achievement, player.hardcore)),
    };
  }
}

/** How many have achievement 9 is documented; without it, there is only what can be had on the way to it. */
function sonicPlay(random: Random, game: DemoGame, { hasNine, hardcore }: SonicPlan): Play {
  const [nine, ...rest] = game.set;
  if (nine === undefined || !hasNine) {
    const early = rest.filter(({ record, reach }) => record.kind === null && reach > 0.3);
    const got = random.shuffled(early).slice(0, random.between(1, 2));
    return { game, achieved: got.map((achievement) => ({ achievement, hardcore })) };
  }
  const depth = random.fraction() ** 0.8 * nine.reach;
  const got = rest.filter((achievement) => isReached(random, achievement, depth));
  const achieved = got.map((achievement) => inMode(random, achievement, hardcore));
  return { game, achieved: [{ achievement: nine, hardcore }, ...achieved] };
}

/** How many achievements are had in hardcore is documented; some of those players have more in softcore. */
function dragsterPlay(random: Random, game: DemoGame, { hardcore, achieved }: DragsterPlan): Play {
  const byLuck = game.set
    .map((achievement) => ({ achievement, ease: achievement.reach * (0.7 + 0.6 * random.fraction()) }))
    .sort((a, b) => b.ease - a.ease)
    .map(({ achievement }) => achievement);
  const extra = hardcore && random.chance(0.1) ? random.between(1, 2) : 0;
  const tried = game.unpromoted.filter(({ reach }) => random.chance(reach * 0.2));
  return {
    game,
    achieved: [
      ...byLuck.slice(0, achieved).map((achievement) => ({ achievement, hardcore })),
      ...byLuck.slice(achieved, achieved + extra).map((achievement) => ({ achievement, hardcore: false })),
      ...tried.map((achievement) => ({ achievement, hardcore })),
    ],
  };
}

/** Whether a player who goes so deep into a game (0 is to the end) comes past an achievement. */
function isReached(random: Random, { record, reach }: DemoAchievement, depth: number): boolean {
  const luck = record.kind === 'progression' ? 1 : 0.6 + 0.9 * random.fraction();
  return depth * luck < reach;
}

/** Those who play in hardcore slip into softcore now and then. */
function inMode(random: Random, achievement: DemoAchievement, hardcore: boolean): Achieved {
  return { achievement, hardcore: hardcore && !random.chance(0.03) };
}
