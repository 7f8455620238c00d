import { beforeEach, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { emptyStore } from '../testing/empty.ts';
import { SESSIONS_PER_PLAYER } from './sessions.ts';

const NOW = 2_000_000_000;
const ADA = 1;
const BORIS = 2;

describeOnBothEngines('a session', (engine) => {
  let store: TestStore;

  beforeEach(async () => {
    store ??= await engine.openTestStore();
    await emptyStore(store.engine);
    await store.importWorld(
      [
        { type: 'user', username: 'Ada', id: ADA, motto: 'Play', ulid: '01ARZ3NDEKTSV4RRFFQ69G5FAV' },
        { type: 'user', username: 'Boris', id: BORIS },
      ],
      NOW,
    );
    await store.createAccount({ username: 'ada', passwordHash: 'hash', admin: true, now: NOW });
    await store.createAccount({ username: 'boris', passwordHash: 'hash', admin: false, now: NOW });
  });

  const start = (hash: string, playerId = ADA, now = NOW) =>
    store.saveSession({ hash, playerId, now, expiresAt: now + 100 });
  /** Which of these sessions hold. */
  const holding = async (...hashes: string[]) => {
    const found = await Promise.all(hashes.map((hash) => store.findSession(hash, NOW)));
    return hashes.filter((_, index) => found[index] !== undefined);
  };

  it('says who is signed in, and is known to the letter', async () => {
    await start('abc');
    expect(await store.findSession('abc', NOW)).toEqual({
      playerId: ADA,
      username: 'Ada',
      ulid: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      admin: true,
      motto: 'Play',
      lastSeenAt: NOW,
    });
    await start('def', BORIS);
    expect(await store.findSession('def', NOW)).toMatchObject({ username: 'Boris', admin: false });
    expect(await store.findSession('ABC', NOW)).toBeUndefined();
  });

  it('holds until it expires, and is then forgotten when somebody signs in', async () => {
    await start('old');
    await start('older', ADA, NOW - 10);
    expect(await store.findSession('old', NOW + 99)).toBeDefined();
    expect(await store.findSession('old', NOW + 100)).toBeUndefined();
    await start('new', BORIS, NOW + 95);
    const { builder, query } = queryOf(store);
    const rows = await query(builder.selectFrom('session').select('hash').orderBy('hash'));
    expect(rows).toEqual([{ hash: 'new' }, { hash: 'old' }]);
  });

  it('is one of fifty of its player, the newest', async () => {
    await start('of Boris', BORIS, NOW - 1);
    for (let n = 0; n < SESSIONS_PER_PLAYER; n += 1) await start(`session ${n}`, ADA, NOW + n - 50);
    // A clock may go back.
    await start('newest', ADA, NOW - 60);
    expect(SESSIONS_PER_PLAYER).toBe(50);
    expect(await holding('session 0', 'session 1', 'newest', 'of Boris')).toEqual([
      'session 1',
      'newest',
      'of Boris',
    ]);
  });

  it('ends alone, or with all others and all tokens of its player', async () => {
    for (const hash of ['a1', 'a2', 'a3']) await start(hash);
    await start('b', BORIS);
    await store.saveToken({ hash: 'of Ada', playerId: ADA, now: NOW });
    await store.saveToken({ hash: 'of Boris', playerId: BORIS, now: NOW });

    await store.endSession('a1');
    await store.endSession('nothing');
    expect(await holding('a1', 'a2', 'a3', 'b')).toEqual(['a2', 'a3', 'b']);
    expect(await store.findTokenOwner('of Ada')).toBeDefined();

    await store.signOutEverywhere(ADA);
    expect(await holding('a1', 'a2', 'a3', 'b')).toEqual(['b']);
    expect(await store.findTokenOwner('of Ada')).toBeUndefined();
    expect(await store.findTokenOwner('of Boris')).toBeDefined();
  });

  it('ends with the password that it began with, where it is not the one that goes on', async () => {
    for (const hash of ['a1', 'a2']) await start(hash);
    await start('b', BORIS);
    await store.changePassword({ playerId: ADA, passwordHash: 'other', session: 'a2' });
    expect(await holding('a1', 'a2', 'b')).toEqual(['a2', 'b']);
    expect((await store.findAccount('Ada'))?.passwordHash).toBe('other');
    expect((await store.findAccount('Boris'))?.passwordHash).toBe('hash');
  });

  it('knows the motto as it is now', async () => {
    await start('abc');
    await store.changeMotto(ADA, '¡Olé! 🎮');
    expect((await store.findSession('abc', NOW))?.motto).toBe('¡Olé! 🎮');
    await store.changeMotto(ADA, '');
    expect((await store.findSession('abc', NOW))?.motto).toBe('');
  });
});

describeOnBothEngines('a motto that has changed', (engine) => {
  it('is a change of its player, of which every server is told', async () => {
    const store = await engine.openTestStore();
    await store.importWorld([{ type: 'user', username: 'Ada', id: ADA }], NOW);
    const revision = () => store.look(async (state) => state.revision);
    const before = await revision();
    await store.changeMotto(ADA, 'Play');
    expect(await revision()).not.toBe(before);
    const { builder, query } = queryOf(store);
    const notes = await query(
      builder.selectFrom('change').select('player_id').orderBy('id', 'desc').limit(1),
    );
    expect(notes).toEqual([{ player_id: ADA }]);
    expect((await store.verify()).differences).toEqual([]);
  });
});

function queryOf({ engine: { session } }: TestStore) {
  return { builder: session.builder, query: session.query.bind(session) };
}
