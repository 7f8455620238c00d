import { expect, it } from 'vitest';
import { describeOnBothEngines } from '../testing/both-engines.ts';

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
