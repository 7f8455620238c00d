import { bulkUpsert } from './bulk.ts';
import type { WriteSession } from './engine/engine.ts';

/** Remembers what a player's emulator said last: the game, its rich presence, and when. */
export async function savePresence(
  session: WriteSession,
  presence: {
    readonly playerId: number;
    readonly gameId: number;
    readonly message: string;
    readonly at: number;
  },
): Promise<void> {
  const { playerId, gameId, message, at } = presence;
  await upsertPresence(session, [{ player_id: playerId, game_id: gameId, message, at }]);
}

const upsertPresence = bulkUpsert('presence', ['player_id'], ['game_id', 'message', 'at']);
