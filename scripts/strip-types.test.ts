import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';

it('keeps the type stripper of Node out of the threads that tests start', async () => {
  const module = new URL('../packages/store/src/engine/sqlite/give-way.ts', import.meta.url).href;
  const thread = new Worker(
    `import('${module}').then(({ giveWay }) => {
      require('node:worker_threads').parentPort.postMessage([typeof giveWay, process.moduleLoadList]);
    });`,
    { eval: true },
  );
  const [[loaded, ownModules]]: [[string, string[]]] = await once(thread, 'message');
  expect(loaded).toBe('function');
  expect(ownModules.filter((name) => name.includes('amaro'))).toEqual([]);
});
