import { beforeEach, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { emptyStore } from '../testing/empty.ts';
import { KEYS_PER_PLAYER } from './api-keys.ts';

const NOW = 2_000_000_000;

describeOnBothEngines('a key', (engine) => {
  it('is valid until every key of its name is revoked', async () => {
    const store = await engine.openTestStore();
    await store.saveApiKey({ hash: 'one', name: 'phone', now: NOW });
    await store.saveApiKey({ hash: 'two', name: 'phone', now: NOW });
    await store.saveApiKey({ hash: 'three', name: 'Phone', now: NOW });
    expect(await Promise.all(['one', 'two', 'three', 'ONE', ''].map(store.isApiKey))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(await store.revokeApiKeys('phone')).toBe(2);
    expect(await store.revokeApiKeys('phone')).toBe(0);
    expect(await Promise.all(['one', 'two', 'three'].map(store.isApiKey))).toEqual([false, false, true]);
  });
});

describeOnBothEngines('a key of a player', (engine) => {
  let store: TestStore;

  beforeEach(async () => {
    store ??= await engine.openTestStore();
    await emptyStore(store.engine);
    await store.importWorld(
      [
        { type: 'user', username: 'Ada', id: 1 },
        { type: 'user', username: 'Boris', id: 2 },
      ],
      NOW,
    );
  });

  const save = (playerId: number, hash: string, createdAt = NOW) =>
    store.savePlayerKey(playerId, { hash, name: 'phone', now: createdAt });

  it('is valid, and listed to its player alone, the newest first', async () => {
    await store.saveApiKey({ hash: 'of the command', name: 'phone', now: NOW });
    await save(1, '0123456789abcdef and more', NOW);
    await save(1, 'fedcba9876543210 and more', NOW + 1);
    expect(await store.isApiKey('0123456789abcdef and more')).toBe(true);
    expect(await store.listPlayerKeys(1)).toEqual([
      { id: 'fedcba9876543210', name: 'phone', createdAt: NOW + 1, lastUsedAt: null },
      { id: '0123456789abcdef', name: 'phone', createdAt: NOW, lastUsedAt: null },
    ]);
    expect(await store.listPlayerKeys(2)).toEqual([]);
  });

  it('is revoked by its player alone, and once', async () => {
    const key = await save(1, 'a hash of Ada');
    await save(1, 'another of Ada');
    const id = key?.id ?? '';
    expect(await store.revokePlayerKey(2, id)).toBe(false);
    expect(await store.revokePlayerKey(1, 'nothing')).toBe(false);
    expect(await store.revokePlayerKey(1, id)).toBe(true);
    expect(await store.revokePlayerKey(1, id)).toBe(false);
    expect(await Promise.all(['a hash of Ada', 'another of Ada'].map(store.isApiKey))).toEqual([false, true]);
  });

  it('stays when the command revokes one of the same name', async () => {
    await store.saveApiKey({ hash: 'of the command', name: 'phone', now: NOW });
    await save(1, 'of Ada');
    expect(await store.revokeApiKeys('phone')).toBe(1);
    expect(await Promise.all(['of the command', 'of Ada'].map(store.isApiKey))).toEqual([false, true]);
  });

  it('is one of a hundred, however many are asked for at once', async () => {
    await save(2, 'of Boris');
    const hashes = Array.from({ length: KEYS_PER_PLAYER + 5 }, (_, n) => `${n}`.padStart(16, '0'));
    const made = await Promise.all(hashes.map((hash) => save(1, hash)));
    expect(KEYS_PER_PLAYER).toBe(100);
    expect(made.filter((key) => key === undefined)).toHaveLength(5);
    expect(await store.listPlayerKeys(1)).toHaveLength(KEYS_PER_PLAYER);
    expect(await store.listPlayerKeys(2)).toHaveLength(1);
  });
});
