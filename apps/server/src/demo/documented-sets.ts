import type { AchievementKind } from '@laurel/domain';
import type { AchievementPlan } from './set-plan.ts';

type Row = readonly [
  title: string,
  description: string,
  points: number,
  kind: AchievementKind | null,
  reach: number,
];

function plans(rows: readonly Row[]): readonly AchievementPlan[] {
  return rows.map(([title, description, points, kind, reach]) => ({
    title,
    description,
    points,
    kind,
    reach,
  }));
}

/** Game 1, documented with 23 achievements of 251 points; the ninth is documented to the letter. */
export const SONIC_THE_HEDGEHOG = plans([
  ['Golden Handful', 'Hold 50 rings at once', 5, null, 0.36],
  ['Monitor Duty', 'Break open five item monitors in one act', 2, null, 0.44],
  ['Spare Shoes', 'Earn an extra life', 5, null, 0.31],
  ['Lamplighter', 'Touch every lamppost in Marble Zone', 5, null, 0.14],
  ['Century', 'Hold 100 rings at once', 10, null, 0.24],
  ['First Glimmer', 'Win a Chaos Emerald', 10, null, 0.21],
  ['Six for Six', 'Hold all six Chaos Emeralds', 25, null, 0.055],
  ['Wrecking Ball Dodged', 'Defeat the boss of Green Hill Zone without being hit', 10, null, 0.17],
  ['That Was Easy', 'Complete the first act in Green Hill Zone', 4, 'progression', 0.896],
  ['Over the Hill', 'Complete Green Hill Zone', 5, 'progression', 0.52],
  ['Hot Feet', 'Complete Marble Zone', 5, 'progression', 0.33],
  ['Bumper Crop', 'Complete Spring Yard Zone', 10, 'progression', 0.22],
  ['Deep Breath', 'Complete Labyrinth Zone', 10, 'progression', 0.15],
  ['City Lights', 'Complete Star Light Zone', 10, 'progression', 0.13],
  ['Off the Scrap Heap', 'Complete Scrap Brain Zone', 10, 'progression', 0.1],
  ['Cracked Shell', 'Defeat Dr. Eggman in the Final Zone', 25, 'win_condition', 0.085],
  ['The High Road', 'Cross Green Hill Zone Act 2 on the upper path', 5, 'missable', 0.12],
  ['Cool Under Fire', 'Defeat the boss of Marble Zone without being hit', 10, null, 0.07],
  ['Air to Spare', 'Complete Labyrinth Zone Act 1 without a drowning countdown', 10, null, 0.045],
  ['Half a Minute Hill', 'Complete Green Hill Zone Act 1 in under 30 seconds', 25, null, 0.05],
  ['Signpost Secrets', 'Find five hidden bonuses beside the signposts', 10, null, 0.06],
  ['One Hedgehog Is Enough', 'Complete the game without losing a life', 25, 'missable', 0.02],
  ['Shooting Star', 'Complete Star Light Zone Act 1 in under 45 seconds', 15, null, 0.03],
]);

/** Game 2, documented with 22 achievements of 320 points. */
export const STREETS_OF_RAGE_2 = plans([
  ['Night Shift', 'Complete stage 1', 5, 'progression', 0.6],
  ['Bridge Toll', 'Complete stage 2', 5, 'progression', 0.45],
  ['End of the Ride', 'Complete stage 3', 10, 'progression', 0.36],
  ['Home Run', 'Complete stage 4', 10, 'progression', 0.3],
  ['Man Overboard', 'Complete stage 5', 10, 'progression', 0.25],
  ['Not a Holiday', 'Complete stage 6', 10, 'progression', 0.21],
  ['Off the Conveyor', 'Complete stage 7', 10, 'progression', 0.18],
  ['Last Floor', 'Defeat Mr. X', 25, 'win_condition', 0.15],
  ['Snack Break', 'Eat a roast chicken with almost no health left', 10, null, 0.4],
  ['Ten in a Row', 'Land a combo of ten hits', 5, null, 0.32],
  ['Lead Pipe Logic', 'Defeat five enemies with the same pipe', 10, null, 0.2],
  ['Bare Knuckles', 'Complete the game as Axel', 10, null, 0.1],
  ['Blazing Through', 'Complete the game as Blaze', 10, null, 0.07],
  ['To the Max', 'Complete the game as Max', 10, null, 0.06],
  ['On a Roll', 'Complete the game as Skate', 10, null, 0.06],
  ['Hard Streets', 'Complete the game on Hard', 25, null, 0.05],
  ['Manic', 'Complete the game on Mania', 50, null, 0.015],
  ['No Small Change', 'Complete the game without a continue', 25, 'missable', 0.06],
  ['Bar Brawl', 'Defeat the boss of stage 1 without being hit', 10, null, 0.12],
  ['Going Up', 'Ride the lift of stage 7 without losing a life', 10, 'missable', 0.08],
  ['Half a Million', 'Score 500,000 points', 25, null, 0.05],
  ['Weapons Down', 'Complete stage 2 without picking up a weapon', 25, null, 0.07],
]);

/** Game 3, documented with 23 achievements of 335 points. */
export const GOLDEN_AXE = plans([
  ['Into the Wilderness', 'Complete stage 1', 5, 'progression', 0.6],
  ['On the Shell', 'Complete stage 2', 5, 'progression', 0.46],
  ['Across the Sea', 'Complete stage 3', 10, 'progression', 0.37],
  ['On the Wing', 'Complete stage 4', 10, 'progression', 0.29],
  ['At the Gate', 'Complete stage 5', 10, 'progression', 0.24],
  ['In the Dungeon', 'Complete stage 6', 10, 'progression', 0.2],
  ['The Axe Comes Home', 'Defeat Death Adder', 25, 'win_condition', 0.17],
  ['Barbarian', 'Complete the game as Ax Battler', 10, null, 0.1],
  ['Amazon', 'Complete the game as Tyris Flare', 10, null, 0.09],
  ['Dwarf', 'Complete the game as Gilius Thunderhead', 10, null, 0.11],
  ['In the Saddle', 'Ride a beast', 5, null, 0.5],
  ['Warm Breath', 'Ride a dragon', 5, null, 0.35],
  ['Little Thief', 'Kick three potions out of one thief', 5, null, 0.42],
  ['Full Flask', 'Fill the magic meter to the last pot', 10, null, 0.2],
  ['Dragon Fire', "Cast the strongest of Tyris Flare's magic", 10, null, 0.14],
  ['Thunderhead', "Cast the strongest of Gilius Thunderhead's magic", 10, null, 0.16],
  ['Duellist', 'Win a duel', 10, null, 0.25],
  ['Gladiator', 'Win six duels in a row', 25, null, 0.07],
  ['Champion of the Arena', 'Win every duel', 50, null, 0.02],
  ['One Credit Hero', 'Complete the game without a continue', 25, 'missable', 0.06],
  ['Eagle Eyed', 'Complete stage 4 without losing a life', 25, 'missable', 0.08],
  ['Hall of Strength', 'End the game with a strength of 200 or more', 25, null, 0.04],
  ['Steel Alone', 'Complete the game without casting magic', 25, 'missable', 0.03],
]);

/** Game 14402, documented with 15 achievements and the number of players who have each number of them. */
export const DRAGSTER = plans([
  ['Green Light', 'Finish a race in game 1', 1, 'progression', 0.95],
  ['Blown', 'Blow the engine', 1, null, 0.9],
  ['Second Gear', 'Shift into second gear', 1, null, 0.86],
  ['Top Gear', 'Shift into fourth gear', 2, null, 0.8],
  ['Under Ten', 'Finish a race in less than 10 seconds', 3, 'progression', 0.65],
  ['The Other Lane', 'Win a race against the other lane', 5, null, 0.6],
  ['Hands on the Wheel', 'Finish a race in game 2', 3, null, 0.55],
  ['Under Eight', 'Finish a race in less than 8 seconds', 5, 'progression', 0.5],
  ['Redline', 'Hold the tachometer in the red for a second and finish the race', 5, null, 0.45],
  ['Paint Intact', 'Finish a race in game 2 without touching the wall', 5, null, 0.4],
  ['Under Seven', 'Finish a race in less than 7 seconds', 10, 'progression', 0.35],
  ['Steady Hands', 'Finish a race in game 2 in less than 8 seconds', 10, null, 0.3],
  ['Six and a Half', 'Finish a race in less than 6.5 seconds', 10, null, 0.15],
  ['Under Six', 'Finish a race in less than 6 seconds', 25, 'win_condition', 0.06],
  ['World Class', 'Finish a race in less than 5.8 seconds', 50, null, 0.04],
]);

/** Unpromoted achievements of game 14402. */
export const DRAGSTER_UNPROMOTED = plans([
  ['Staging Lights', 'Start on the very frame of the countdown', 5, null, 0.5],
  ['Photo Finish', 'Finish a race level with the other lane', 10, null, 0.2],
]);

/** Game 14402: how many players have exactly 1, 2, … 15 achievements in hardcore. */
export const DRAGSTER_DISTRIBUTION = [141, 51, 41, 49, 57, 41, 36, 67, 75, 28, 26, 3, 6, 3, 8] as const;
