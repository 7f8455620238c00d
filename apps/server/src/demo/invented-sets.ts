import { inventedFoe, inventedPlace } from './invented-games.ts';
import { at, type Random } from './random.ts';
import type { AchievementPlan } from './set-plan.ts';
import { type Difficulty, type SideAchievement, sideAchievementsOf } from './side-achievements.ts';

/**
 * A set of `size` achievements (5 to 40) that can be beaten: a part of the game for each progression
 * achievement, one or two ways to win, and other things to do.
 *
 * @param part what the parts of the game are called ("world"), or null where each is a place with a name
 */
export function inventedSet(
  random: Random,
  genre: string,
  part: string | null,
  size: number,
): AchievementPlan[] {
  const parts = Math.min(10, Math.max(2, Math.round(size * 0.35)));
  const endings = size > 12 && random.chance(0.25) ? 2 : 1;
  const sides = random.shuffled(sideAchievementsOf(genre)).slice(0, size - parts - endings);
  return [
    ...progression(random, part, parts),
    ...winning(random, endings),
    ...sides.map((side) => sidePlan(random, side)),
  ];
}

const MILESTONES = [
  ...['Off and Running', 'Finding the Rhythm', 'Getting Warmer', 'No Turning Back', 'Halfway Hero'],
  ...['Over the Ridge', 'Deep Water', 'Closing In', 'Within Reach', 'The Last Stretch'],
];

const CROSSINGS = ['Through % and On', 'Goodbye, %', '% Behind You', 'Out of %', 'Postcard from %'];

function progression(random: Random, part: string | null, parts: number): AchievementPlan[] {
  const names = new Set<string>();
  while (names.size < parts) names.add(part === null ? inventedPlace(random) : `${part} ${names.size + 1}`);
  return [...names].map((name, index) => ({
    title: part === null ? random.pick(CROSSINGS).replace('%', name) : at(MILESTONES, index),
    description: `Complete ${name}`,
    points: index < parts / 2 ? 5 : 10,
    kind: 'progression',
    reach: 0.8 * (1 - (0.8 * index) / parts),
  }));
}

function winning(random: Random, endings: number): AchievementPlan[] {
  const ending: AchievementPlan = {
    title: random.pick(['The End', 'Credits Roll', 'Curtain Call', 'Home at Last']),
    description: `Defeat ${inventedFoe(random)} and finish the game`,
    points: 25,
    kind: 'win_condition',
    reach: 0.13,
  };
  const trueEnding: AchievementPlan = {
    title: 'The Other End',
    description: 'Reach the true ending',
    points: 25,
    kind: 'win_condition',
    reach: 0.05,
  };
  return [ending, trueEnding].slice(0, endings);
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
