import { expect, it } from 'vitest';
import { describeOnBothEngines, openTestStore } from '../testing/both-engines.ts';

describeOnBothEngines('a secret that servers share', (engine) => {
  it('is made once, by whoever asks first, and is another for each name', async () => {
    const location = await engine.newLocation();
    const stores = [await openTestStore(location), await openTestStore(location)];
    const asked = await Promise.all(
      stores.flatMap((store, index) => [
        store.sharedSecret('one', `candidate ${index}`),
        store.sharedSecret('one', `another of ${index}`),
        store.sharedSecret('two', `second of ${index}`),
      ]),
    );
    const [one, , two] = asked;
    expect(asked).toEqual([one, one, two, one, one, two]);
    expect(two).toMatch(/^second of/);
    for (const store of stores) {
      expect(await store.sharedSecret('one', 'late')).toBe(one);
      await store.close();
    }
  });
});
