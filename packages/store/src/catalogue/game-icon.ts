/** Where the picture of a game is that has no icon: the server draws one for any path under /Images. */
export function gameIconPath(gameId: number): string {
  return `/Images/game-${gameId}.png`;
}
