import { richPresence } from '@laurel/contract/connect/ping';
import type { Game, TokenOwner } from '@laurel/store';
import type { ConnectContext } from './call.ts';

/** Remembers what a player is doing in a game; that they play it, where their emulator does not say more. */
export function savePresence(
  { store, now }: ConnectContext,
  player: TokenOwner,
  game: Game,
  said = '',
): Promise<void> {
  const message = richPresence(said) || richPresence(`Playing ${game.title}`);
  return store.savePresence({ playerId: player.playerId, gameId: game.id, message, at: now() });
}
