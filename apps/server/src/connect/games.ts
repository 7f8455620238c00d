import type { GameDefinition } from '@laurel/contract/connect/game-definition';
import type { Game, Store, TokenOwner } from '@laurel/store';
import { Failure } from '../http/failure.ts';

/**
 * The game of this id. @throws Failure `not_found` when there is none: by that code `rc_client` knows an
 * unknown game
 */
export async function requireGame(store: Store, gameId: number | undefined): Promise<Game> {
  const game = gameId === undefined ? undefined : await store.findGame(gameId);
  if (game === undefined) throw new Failure('not_found', { title: 'Unknown game.' });
  return game;
}

interface DefinitionRequest {
  readonly origin: string;
  readonly player: TokenOwner;
  readonly which: 'promoted' | 'unpromoted' | 'both';
}

/** What an emulator gets to know of a game, for `patch` and `achievementsets`. */
export async function findDefinition(
  store: Store,
  gameId: number | undefined,
  { origin, player, which }: DefinitionRequest,
): Promise<GameDefinition> {
  const game = await requireGame(store, gameId);
  const [richPresence, achievements, unlocks] = await Promise.all([
    store.findRichPresence(game.id),
    store.listAchievements(game.id),
    store.playerUnlocks(player.playerId, game.id),
  ]);
  const isAmongPlayers = unlocks.some(({ promoted }) => promoted);
  return {
    origin,
    game: { ...game, richPresence },
    players: game.players + (isAmongPlayers ? 0 : 1),
    achievements: achievements.filter(
      ({ promoted }) => which === 'both' || promoted === (which === 'promoted'),
    ),
    // Scores are not taken yet (`submitlbentry`): an emulator that knew of a leaderboard would report an error.
    leaderboards: [],
  };
}
