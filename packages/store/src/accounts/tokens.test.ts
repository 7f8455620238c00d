import { beforeEach, expect, it } from 'vitest';
import { describeOnBothEngines, openTestStore, type TestStore } from '../testing/both-engines.ts';
import { emptyStore } from '../testing/empty.ts';
import { TOKENS_PER_PLAYER } from './tokens.ts';

const NOW = 2_000_000_000;

describeOnBothEngines('a token', (engine) => {
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

  it('is known by its hash, to the letter', async () => {
    await store.saveToken({ hash: 'abc', playerId: 2, now: NOW });
    expect(await store.findTokenOwner('abc')).toEqual({ playerId: 2, username: 'Boris' });
    expect(await store.findTokenOwner('ABC')).toBeUndefined();
  });

  it('works until there are 50 newer ones of the same player', async () => {
    await store.saveToken({ hash: 'of Boris', playerId: 2, now: NOW - 1 });
    for (let index = 0; index <= TOKENS_PER_PLAYER; index += 1) {
      await store.saveToken({ hash: `token ${index}`, playerId: 1, now: NOW + index });
    }
    expect(TOKENS_PER_PLAYER).toBe(50);
    expect(await store.findTokenOwner('token 0')).toBeUndefined();
    expect(await store.findTokenOwner('token 1')).toMatchObject({ username: 'Ada' });
    expect(await store.findTokenOwner('token 50')).toMatchObject({ username: 'Ada' });
    expect(await store.findTokenOwner('of Boris')).toMatchObject({ username: 'Boris' });
  });

  it('that was taken away works no more, wherever it was used a moment before', async () => {
    const location = await engine.newLocation();
    const [here, there] = [await openTestStore(location), await openTestStore(location)];
    await here.importWorld([{ type: 'user', username: 'Ada', id: 1 }], NOW);
    const token = { hash: 'abc', playerId: 1, now: NOW };
    const isKnown = async () =>
      (await Promise.all([here, there].map((store) => store.findTokenOwner('abc')))).map(Boolean);

    expect(await isKnown()).toEqual([false, false]);
    await here.saveToken(token);
    expect(await isKnown()).toEqual([true, true]);
    await here.signOutEverywhere(1);
    expect(await isKnown()).toEqual([false, false]);

    await there.saveToken(token);
    expect(await isKnown()).toEqual([true, true]);
    for (let index = 0; index < TOKENS_PER_PLAYER; index += 1) {
      expect(await isKnown()).toEqual([true, true]);
      await here.saveToken({ ...token, hash: `newer ${index}`, now: NOW + 1 });
    }
    expect(await isKnown()).toEqual([false, false]);

    await there.close();
    await here.close();
  });

  it('says the name in the spelling of today', async () => {
    await store.saveToken({ hash: 'abc', playerId: 1, now: NOW });
    expect(await store.findTokenOwner('abc')).toMatchObject({ username: 'Ada' });
    await store.importWorld([{ type: 'user', username: 'ADA' }], NOW);
    expect(await store.findTokenOwner('abc')).toMatchObject({ username: 'ADA' });
  });

  it('works when it is new, even if the clock went back', async () => {
    for (let index = 0; index < TOKENS_PER_PLAYER; index += 1) {
      await store.saveToken({ hash: `token ${index}`, playerId: 1, now: NOW });
    }
    await store.saveToken({ hash: 'zzz', playerId: 1, now: NOW - 10 });
    expect(await store.findTokenOwner('zzz')).toMatchObject({ username: 'Ada' });
  });
});
