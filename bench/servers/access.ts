import { openStore, type StoreLocation } from '@laurel/store';
import { newSecret, secretHash } from '../../apps/server/src/secrets/secrets.ts';

const NAME = 'bench';

/** Makes a key for the Web API in a store; the one of the run before stops working. */
export async function makeKey(location: StoreLocation): Promise<string> {
  const key = newSecret();
  const store = await openStore(location);
  try {
    await store.revokeApiKeys(NAME);
    await store.saveApiKey({ hash: secretHash(key), name: NAME, now: now() });
  } finally {
    await store.close();
  }
  return key;
}

/** Signs these players in to the Connect API of a store. @returns the token of each, by the player's id */
export async function makeTokens(
  location: StoreLocation,
  players: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const tokens = new Map(players.map((player) => [player, newSecret()]));
  const store = await openStore(location);
  try {
    for (const [playerId, token] of tokens) {
      await store.saveToken({ hash: secretHash(token), playerId, now: now() });
    }
  } finally {
    await store.close();
  }
  return tokens;
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
