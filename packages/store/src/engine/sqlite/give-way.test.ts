import { once } from 'node:events';
import { constants, getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;
const MODULE = new URL('./give-way.ts', import.meta.url).href;

describe.runIf(process.platform === 'linux')('a thread that gives way', () => {
  it('has a low priority, and not the lowest', async () => {
    expect(await priorityOfThread()).toBe(Math.max(getPriority(), PRIORITY_BELOW_NORMAL));
  });

  it('keeps a priority that is lower still', async () => {
    expect(await priorityOfThread(PRIORITY_LOW)).toBe(PRIORITY_LOW);
  });

  it('leaves the others as they are', async () => {
    const own = getPriority();
    await priorityOfThread();
    expect(getPriority()).toBe(own);
  });
});

/** Of a new thread that gives way, from a priority. */
async function priorityOfThread(from = getPriority()): Promise<number> {
  const script = `
    require('node:os').setPriority(${from});
    import('${MODULE}').then(({ giveWay }) => {
      giveWay();
      require('node:worker_threads').parentPort.postMessage(require('node:os').getPriority());
    });`;
  const thread = new Worker(script, { eval: true });
  const [priority]: number[] = await once(thread, 'message');
  await thread.terminate();
  return priority ?? Number.NaN;
}
