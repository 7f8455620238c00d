import { expect, it } from 'vitest';
import { describeOnBothEngines } from '../testing/both-engines.ts';

describeOnBothEngines('the systems', (engine) => {
  it('are told by id, with a picture of its own for one that has no icon', async () => {
    const store = await engine.openTestStore();
    expect(await store.systems({ onlyActive: false })).toEqual([]);
    await store.importWorld(
      [
        { type: 'system', id: 19, name: 'Wii', active: false },
        { type: 'system', id: 1, name: 'Mega Drive', iconUrl: 'https://laurel.example/md.png' },
        { type: 'system', id: 2, name: 'Nintendo 64', active: true },
      ],
      0,
    );
    const active = [
      { id: 1, name: 'Mega Drive', icon: 'https://laurel.example/md.png', active: true },
      { id: 2, name: 'Nintendo 64', icon: '/Images/system-2.png', active: true },
    ];
    expect(await store.systems({ onlyActive: true })).toEqual(active);
    expect(await store.systems({ onlyActive: false })).toEqual([
      ...active,
      { id: 19, name: 'Wii', icon: '/Images/system-19.png', active: false },
    ]);
  });
});
