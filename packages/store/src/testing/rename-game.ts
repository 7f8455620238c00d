import { job } from '../engine/job.ts';

/** A new title for game 1, and what goes wrong after it was written, if something does. */
export interface Renaming {
  readonly title: string;
  readonly wrong?: 'throws' | 'breaks the thread';
}

export default job(import.meta.url, async (session, { title, wrong }: Renaming) => {
  await session.query(session.builder.updateTable('game').set({ title }).where('id', '=', 1));
  if (wrong === 'throws') throw new Error('half way');
  if (wrong === 'breaks the thread') {
    await new Promise(() => setImmediate(() => outsideOfAnyPromise()));
  }
  return `now ${title}`;
});

function outsideOfAnyPromise(): never {
  throw new Error('broken');
}
