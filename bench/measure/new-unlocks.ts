import { usernameOf } from '../world/names.ts';
import { at } from '../world/plays.ts';
import type { World } from '../world/world.ts';

/**
 * Requests that each record an unlock that the player does not have: the players take turns, and each goes
 * through games that they have not played, from the first achievement to the last.
 */
export function* newUnlocks(
  world: World,
  players: readonly number[],
  tokens: readonly string[],
): Generator<string, undefined> {
  const played = new Set<string>();
  for (let play = 0; play < world.plays.count; play += 1) {
    const player = at(world.plays.players, play);
    if (players.includes(player)) played.add(`${player}/${at(world.plays.games, play)}`);
  }
  for (let game = 1; game <= world.games; game += 1) {
    const owners = players.filter((player) => !played.has(`${player}/${game}`));
    for (let id = at(world.firstAchievement, game); id < at(world.firstAchievement, game + 1); id += 1) {
      for (const player of owners) {
        const who = `u=${usernameOf(player)}&t=${tokens[players.indexOf(player)]}`;
        yield `/dorequest.php?r=awardachievement&${who}&a=${id}&h=${id % 5 < 3 ? 1 : 0}`;
      }
    }
  }
}
