/** How hard an achievement is, from 0 (anybody gets it) to 4 (hardly anybody does). */
export type Difficulty = 0 | 1 | 2 | 3 | 4;

/** What there is to do in a game beside getting through it; `#` in a description stands for a number. */
export type SideAchievement = readonly [title: string, description: string, difficulty: Difficulty];

const ANYWHERE: readonly SideAchievement[] = [
  ['Warm Welcome', 'Stay on the title screen until the demonstration starts', 0],
  ['Small Beginnings', 'Score #,000 points', 0],
  ['Making a Name', 'Enter the table of high scores', 1],
  ['Top of the Table', 'Reach first place in the table of high scores', 3],
  ['Second Wind', 'Come back from the brink of losing and win', 1],
  ['Iron Will', 'Finish the game without a continue', 3],
  ['The Hard Way', 'Finish the game on the hardest setting', 4],
  ['Flawless', 'Finish the game without a single mistake', 4],
  ['In a Hurry', 'Reach the halfway point in under # minutes', 3],
  ['Against the Clock', 'Finish the game in under # minutes', 4],
];

const ACTION: readonly SideAchievement[] = [
  ['Pocket Change', 'Collect # coins', 0],
  ['Safe Landing', 'Survive a fall from the top of the screen', 0],
  ['Pest Control', 'Defeat # enemies', 0],
  ['Spare Life', 'Earn an extra life', 0],
  ['Well Stocked', 'Hold five extra lives at once', 1],
  ['Power to Spare', 'Collect every power-up at least once', 1],
  ['Two at Once', 'Defeat two enemies with one blow', 1],
  ['Head for Heights', 'Reach the highest point of the second level', 1],
  ['Untouchable', 'Defeat a boss without being hit', 2],
  ['No Shortcuts', 'Finish a level without using a warp', 1],
  ['Treasure Hoard', 'Hold # gems at once', 2],
  ['Light Feet', 'Cross the collapsing bridge without stopping', 1],
  ['Pacifist', 'Finish a level without defeating an enemy', 2],
  ['Chain Reaction', 'Defeat # enemies without touching the ground', 3],
  ['Sharp Eye', 'Finish a level without wasting a shot', 2],
  ['Bonus Hunter', 'Complete every bonus stage', 3],
  ['Clean Sweep', 'Defeat every enemy of the last level', 3],
  ['Off the Beaten Track', 'Find the secret room', 2],
  ['Curiosity Rewarded', 'Find # secrets', 3],
  ['Boss Rush', 'Defeat every boss without losing a life', 4],
];

const QUEST: readonly SideAchievement[] = [
  ['A Roof for the Night', 'Sleep at an inn', 0],
  ['First Purchase', 'Buy something in a shop', 0],
  ['Growing Up', 'Reach level #', 1],
  ['Full House', 'Fill every place in the party', 1],
  ['Nest Egg', 'Hold #,000 gold', 1],
  ['Better Steel', 'Find the sword behind the waterfall', 1],
  ['Helping Hand', 'Bring the lost child home', 1],
  ['Angler', 'Catch the old fish in the lake', 2],
  ['Bestiary', 'Meet # kinds of monster', 2],
  ['Cartographer', 'Walk every corner of the map', 3],
  ['Master of the Craft', 'Learn every spell', 3],
  ['Heavy Purse', 'Hold all the gold that there is room for', 4],
  ['Old Rivals', 'Win the duel at the crossroads', 2],
  ['Lock and Key', 'Open every chest of the first castle', 2],
  ['Postal Service', 'Deliver every letter', 2],
  ['Down Below', 'Reach the bottom of the optional cave', 3],
  ['What Sleeps Beneath', 'Defeat the optional boss', 3],
  ['Whispers', 'Hear every rumour in the tavern', 1],
  ['Curiosity Rewarded', 'Read every book in the library', 2],
  ['Low Profile', 'Finish the game below level #', 4],
];

const CONTEST: readonly SideAchievement[] = [
  ['Opening Move', 'Win once', 0],
  ['Beginner No More', 'Win # times', 1],
  ['Hat Trick', 'Win three times in a row', 1],
  ['Neck and Neck', 'Win by the smallest margin', 2],
  ['Landslide', 'Win by the largest margin', 2],
  ['Fresh Start', 'Win after falling to last place', 1],
  ['Personal Best', 'Beat a time of your own', 0],
  ['Record Holder', 'Beat every record of the house', 3],
  ['Quick Thinking', 'Win in under # seconds', 2],
  ['Long Game', 'Keep going for # minutes', 2],
  ['Lucky Seven', 'Score seven in a row', 2],
  ['All-Rounder', 'Win with every character', 3],
  ['Season Ticket', 'Play a whole season', 2],
  ['Undefeated', 'Go through a whole season without a defeat', 4],
  ['Perfectionist', 'Get the highest rank everywhere', 4],
  ['Home Advantage', 'Win on the first course without a mistake', 1],
  ['Rain or Shine', 'Win in every kind of weather', 2],
  ['Double Time', 'Win at the highest speed', 2],
  ['Good Sport', 'Lose, and play on at once', 0],
  ['Grand Champion', 'Win the championship', 3],
];

const POOLS: Readonly<Record<string, readonly SideAchievement[]>> = {
  Platformer: ACTION,
  "Shoot 'em Up": ACTION,
  "Beat 'em Up": ACTION,
  'Action-Adventure': QUEST,
  RPG: QUEST,
  Strategy: QUEST,
  Puzzle: CONTEST,
  Racing: CONTEST,
  Sports: CONTEST,
};

/** What there is to do in games of a genre. */
export function sideAchievementsOf(genre: string): readonly SideAchievement[] {
  return [...ANYWHERE, ...(POOLS[genre] ?? ACTION)];
}
