/**
 * TrueRatio ("RetroPoints") of an achievement (RULES.md, "TrueRatio"): its points, worth more the rarer it is.
 *
 * @param hardcorePlayers tracked players with at least one H on a promoted achievement of the game
 * @param hardcoreUnlocks tracked players with an H on this achievement
 * @returns a whole number
 */
export function trueRatio(points: number, hardcorePlayers: number, hardcoreUnlocks: number): number {
  if (hardcorePlayers === 0) return points;
  const unlocks = Math.max(hardcoreUnlocks, 1);
  return Math.floor((4 * points * unlocks + 6 * points * hardcorePlayers) / (10 * unlocks));
}
