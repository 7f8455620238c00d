import { beforeEach, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { emptyStore } from '../testing/empty.ts';
import type { NewAccount } from './accounts.ts';

const NOW = 2_000_000_000;
const account: NewAccount = { username: 'Ada', passwordHash: 'hash', admin: false, now: NOW };

describeOnBothEngines('an account', (engine) => {
  let store: TestStore;

  beforeEach(async () => {
    store ??= await engine.openTestStore();
    await emptyStore(store.engine);
  });

  it('makes its player, and is found in any case', async () => {
    expect(await store.hasAccounts()).toBe(false);
    expect(await store.createAccount(account)).toBe(true);
    expect(await store.hasAccounts()).toBe(true);
    expect(await store.findAccount('aDA')).toEqual({
      playerId: 1,
      username: 'Ada',
      passwordHash: 'hash',
      admin: false,
    });
    expect(await store.findPlayer({ kind: 'username', username: 'ada' })).toMatchObject({
      id: 1,
      ulid: expect.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/),
      pointsHardcore: 0,
    });
    expect((await store.verify()).differences).toEqual([]);
  });

  it('is one for each player, whatever the case', async () => {
    await store.createAccount(account);
    expect(await store.createAccount({ ...account, username: 'ADA', passwordHash: 'other' })).toBe(false);
    expect(await store.findAccount('Ada')).toMatchObject({ username: 'Ada', passwordHash: 'hash' });
  });

  it('is made by one of many who ask for it at once', async () => {
    const made = await Promise.all(
      ['Ada', 'ada', 'ADA', 'aDa', 'Boris'].map((username) => store.createAccount({ ...account, username })),
    );
    expect(made.filter((one) => one)).toHaveLength(2);
    expect(made.at(-1)).toBe(true);
    expect(await store.verify()).toMatchObject({ players: 2 });
  });

  it('is the first one for one alone of many who ask for it at once', async () => {
    const names = ['Ada', 'Boris', 'Clara', 'Dana', 'Emil'];
    const made = await Promise.all(
      names.map((username) => store.createFirstAccount({ ...account, username, admin: true })),
    );
    expect(made.filter((one) => one)).toHaveLength(1);
    const accounts = await Promise.all(names.map((username) => store.findAccount(username)));
    expect(accounts.map((found) => found !== undefined)).toEqual(made);
    expect(await store.createFirstAccount({ ...account, username: 'Fred' })).toBe(false);
  });

  it('goes to the player that was imported under its name', async () => {
    await store.importWorld([{ type: 'user', username: 'Ada', id: 42 }], NOW);
    expect(await store.findAccount('Ada')).toBeUndefined();
    expect(await store.createAccount({ ...account, username: 'ada', admin: true })).toBe(true);
    expect(await store.findAccount('Ada')).toMatchObject({ playerId: 42, username: 'Ada', admin: true });
  });

  it('gets an id after the highest so far', async () => {
    await store.importWorld([{ type: 'user', username: 'Boris', id: 42 }], NOW);
    await store.createAccount(account);
    expect(await store.findAccount('Ada')).toMatchObject({ playerId: 43 });
  });

  it('is not found where there is none', async () => {
    expect(await store.findAccount('Nobody')).toBeUndefined();
  });
});
