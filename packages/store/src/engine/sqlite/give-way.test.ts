import { once } from 'node:events';
import { constants, getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;
const MODULE = new URL('./give-way.ts', import.meta.url).href;

describe.runIf(process.platform === 'linux')('a thread that gives way', () => {
  it('has the lowest priority where there are several processors, and a low one where there is one', async () => {
    expect(await priorityOfThread(2)).toBe(PRIORITY_LOW);
    expect(await priorityOfThread(1)).toBe(PRIORITY_BELOW_NORMAL);
  });

  it('keeps a priority that is lower still', async () => {
    expect(await priorityOfThread(1, PRIORITY_LOW)).toBe(PRIORITY_LOW);
  });

  it('leaves the others as they are', async () => {
    const own = getPriority();
    await priorityOfThread(2);
    expect(getPriority()).toBe(own);
  });
});

/** Of a new thread that gives way, on a machine with so many processors, from a priority. */
async function priorityOfThread(processors: number, from = getPriority()): Promise<number> {
  const script = `
    require('node:os').setPriority(${from});
    import('${MODULE}').then(({ giveWay }) => {
      giveWay(${processors});
      require('node:worker_threads').parentPort.postMessage(require('node:os').getPriority());
    });`;
  const thread = new Worker(script, { eval: true });
  const [priority]: number[] = await once(thread, 'message');
  await thread.terminate();
  return priority ?? Number.NaN;
}
