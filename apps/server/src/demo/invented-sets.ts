import { inventedFoe, inventedPlace } from './invented-games.ts';
import type { Parts } from './known-games.ts';
import { at, type Random } from './random.ts';
import type { AchievementPlan } from './set-plan.ts';
import { type Difficulty, type SideAchievement, sideAchievementsOf } from './side-achievements.ts';

/**
 * A set of at most `size` achievements (5 to 40) that can be beaten: one for each part of the game, one or
 * two ways to win, and other things to do.
 *
 * @param known what the parts of the game are, or null where they are places yet to be named
 */
export function inventedSet(
  random: Random,
  genre: string,
  known: Parts | null,
  size: number,
): AchievementPlan[] {
  const parts = known === null ? inventedParts(random, size) : partsOf(known);
  const ending = known === null ? inventedEnding(random, genre) : 'Finish the game';
  const endings = winning(random, ending, size > 12 && random.chance(0.25));
  const sides = random.shuffled(sideAchievementsOf(genre)).slice(0, size - parts.length - endings.length);
  return [...parts, ...endings, ...sides.map((side) => sidePlan(random, side))];
}

const MILESTONES = [
  ...['Off and Running', 'Finding the Rhythm', 'Getting Warmer', 'No Turning Back', 'Halfway Hero'],
  ...['Over the Ridge', 'Deep Water', 'Closing In', 'Within Reach', 'The Last Stretch'],
];

const CROSSINGS = ['Through % and On', 'Goodbye, %', '% Behind You', 'Out of %', 'Postcard from %'];

function partsOf({ name, count }: Parts): AchievementPlan[] {
  return Array.from({ length: count }, (_, index) =>
    progression(at(MILESTONES, index), `Complete ${name} ${index + 1}`, index / count),
  );
}

function inventedParts(random: Random, size: number): AchievementPlan[] {
  const count = Math.min(10, Math.max(2, Math.round(size * 0.35)));
  const places = new Set<string>();
  while (places.size < count) places.add(inventedPlace(random));
  return [...places].map((place, index) =>
    progression(random.pick(CROSSINGS).replace('%', place), `Complete ${place}`, index / count),
  );
}

/** @param way how much of the game lies behind, from 0 to 1 */
function progression(title: string, description: string, way: number): AchievementPlan {
  const points = way < 0.5 ? 5 : 10;
  return { title, description, points, kind: 'progression', reach: 0.85 * (1 - 0.8 * way) };
}

function inventedEnding(random: Random, genre: string): string {
  const foe = inventedFoe(random);
  return ['Puzzle', 'Racing', 'Sports'].includes(genre) ? `Win the final against ${foe}` : `Defeat ${foe}`;
}

function winning(random: Random, description: string, twice: boolean): AchievementPlan[] {
  const title = random.pick(['The End', 'Credits Roll', 'Curtain Call', 'Home at Last']);
  const shared = { points: 25, kind: 'win_condition' } as const;
  const ending = { ...shared, title, description, reach: 0.13 };
  const other = { ...shared, title: 'The Other End', description: 'Reach the true ending', reach: 0.05 };
  return twice ? [ending, other] : [ending];
}

/** The range of points and the range of reach, by difficulty. */
const POINTS: Readonly<Record<Difficulty, readonly number[]>> = {
  0: [1, 2, 3],
  1: [3, 4, 5],
  2: [5, 10],
  3: [10, 25],
  4: [25, 50],
};
const REACH = [0.75, 0.4, 0.18, 0.07, 0.02];

function sidePlan(random: Random, [title, description, difficulty]: SideAchievement): AchievementPlan {
  return {
    title,
    description: description.replace('#', String(random.pick([10, 20, 25, 30, 50, 60]))),
    points: random.pick(POINTS[difficulty]),
    kind: difficulty > 0 && random.chance(0.12) ? 'missable' : null,
    reach: at(REACH, difficulty) * (0.7 + 0.6 * random.fraction()),
  };
}
