import { expect, it } from 'vitest';
import { describeOnBothEngines } from '../testing/both-engines.ts';
import { GAME, SYSTEM } from '../testing/records.ts';

const [A, B] = ['a'.repeat(32), 'b'.repeat(32)];

describeOnBothEngines('the hashes of a game', (engine) => {
  it('are what the catalogue says, by MD5; undefined for no game', async () => {
    const store = await engine.openTestStore();
    await store.importWorld(
      [
        SYSTEM,
        { ...GAME, hashes: [{ md5: B, name: 'One (World).md', labels: ['nointro', 'a,b'] }, { md5: A }] },
        { type: 'game', id: 2, systemId: 1, title: 'Two' },
      ],
      0,
    );
    expect(await store.gameHashes(1)).toEqual([
      { md5: A, name: '', labels: [] },
      { md5: B, name: 'One (World).md', labels: ['nointro', 'a,b'] },
    ]);
    expect(await store.gameHashes(2)).toEqual([]);
    expect(await store.gameHashes(99)).toBeUndefined();
  });
});
