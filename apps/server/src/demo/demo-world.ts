import type { WorldRecord } from '@laurel/domain';
import { NEWEST_UNLOCK_OF_9 } from './calendar.ts';
import { type DemoGame, demoGames } from './catalogue.ts';
import { completionistPlays, lastGame } from './completionist.ts';
import { unlocksOf } from './history.ts';
import { COMPLETIONIST, demoPlayers, NEWCOMER } from './players.ts';
import { playsOf, shelfOf } from './plays.ts';
import { randomFrom } from './random.ts';
import { scores } from './scores.ts';
import { SYSTEMS } from './systems.ts';

/**
 * The demo world: the same records every time, in the order in which they can be imported. Under the rules
 * they give the answers that the documented pages show; nothing else of the house knows about them.
 */
export function* demoWorld(): Generator<WorldRecord> {
  const games = demoGames();
  const players = demoPlayers();
  yield* SYSTEMS;
  for (const player of players) yield player.record;
  for (const game of games) yield* recordsOf(game);

  const random = randomFrom(3);
  const shelf = shelfOf(random, games);
  for (const player of players) {
    const isCompletionist = player.record.username === COMPLETIONIST;
    const plays = isCompletionist ? completionistPlays(random, games) : playsOf(random, player, shelf);
    for (const play of plays) yield* unlocksOf(random, player, play);
  }
  yield { type: 'unlock', user: NEWCOMER, achievementId: 9, at: NEWEST_UNLOCK_OF_9, hardcore: false };
  yield* lastGame(games);
  yield* scores(random, games, players);
}

function* recordsOf(game: DemoGame): Generator<WorldRecord> {
  yield game.record;
  for (const { record } of game.set) yield record;
  for (const { record } of game.unpromoted) yield record;
  yield* game.leaderboards;
}
