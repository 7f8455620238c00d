import type { Store } from '@laurel/store';
import { now } from '../clock.ts';
import { demoWorld } from '../demo/demo-world.ts';
import type { LocationOptions } from '../settings.ts';
import { CommandFailed } from './command-failed.ts';
import { withStore } from './with-store.ts';

/** Loads the demo world into an empty store. */
export async function demo(options: LocationOptions): Promise<void> {
  await withStore(options, async (store) => {
    if (!(await store.isEmpty())) {
      throw new CommandFailed(
        'The store is not empty. Choose another folder with --data for the demo world.',
      );
    }
    await loadDemo(store);
  });
}

/** Loads the demo world: ordinary records, by the ordinary import. */
export async function loadDemo(store: Store): Promise<void> {
  const started = performance.now();
  process.stderr.write('Making the demo world … ');
  await store.importWorld(demoWorld(), now());
  process.stderr.write(`done in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}
