import type { Engine, Look } from './engine.ts';

/** Runs reads together on one state of the database. @throws only before it has run any */
type RunTogether = (looks: readonly Look<void>[]) => Promise<void>;

/**
 * Gathers the reads of one turn of the event loop: what arrives together, over many connections, shares a
 * look at the revision and a transaction.
 *
 * @param parallel how many such transactions are open at once; meanwhile more reads gather for the next one
 */
export function gatherLooks(runTogether: RunTogether, parallel: number): Engine['look'] {
  let waiting: { readonly look: Look<void>; readonly reject: (error: unknown) => void }[] = [];
  let running = 0;
  let scheduled = false;

  function schedule(): void {
    if (scheduled || running >= parallel || waiting.length === 0) return;
    scheduled = true;
    // After everything that this turn reads from the network.
    setImmediate(run);
  }

  async function run(): Promise<void> {
    const together = waiting;
    waiting = [];
    scheduled = false;
    running += 1;
    try {
      await runTogether(together.map(({ look }) => look));
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
    running -= 1;
    schedule();
  }

  return (work) =>
    new Promise((resolve, reject) => {
      const look: Look<void> = (session, revision) => work(session, revision).then(resolve, reject);
      waiting.push({ look, reject });
      schedule();
    });
}
