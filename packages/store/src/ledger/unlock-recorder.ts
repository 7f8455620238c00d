import { isTimeAcceptable } from '@laurel/domain';
import { type Engine, StoreUnavailable } from '../engine/engine.ts';
import type { UnlockRequest } from './asked-unlock.ts';
import type { LedgerRules } from './ledger-rules.ts';
import recordTogether from './record-together.ts';
import type { RecordOutcome } from './record-unlock.ts';

/** How many unlocks share a transaction at most. */
const BATCH = 64;
/**
 * How many transactions are under way: one is being written, and the next one lies ready. With more of them, fewer
 * unlocks share each; on PostgreSQL four were a fifth slower.
 */
const PARALLEL = 2;

interface Waiting {
  readonly request: UnlockRequest;
  readonly resolve: (outcome: RecordOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Records unlocks. Those that arrive while others are being written share the next transaction, and so its
 * flush to the disk; each is acknowledged only after that.
 */
export class UnlockRecorder {
  readonly #engine: Engine;
  readonly #rules: LedgerRules;
  #waiting: Waiting[] = [];
  #writers = 0;
  /** Settles when every writer so far has ended. */
  #written: Promise<void> = Promise.resolve();

  constructor(engine: Engine, rules: LedgerRules) {
    this.#engine = engine;
    this.#rules = rules;
  }

  /**
   * Records one unlock; durable when the promise resolves.
   *
   * @param now seconds since 1970; an unlock more than a minute ahead of it is `too-early`
   * @throws StoreUnavailable as `Engine.write` does
   */
  record(request: UnlockRequest, now: number): Promise<RecordOutcome> {
    if (!isTimeAcceptable(request.at, now)) return Promise.resolve({ kind: 'too-early' });
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      if (this.#writers < PARALLEL) {
        const writer = this.#write();
        this.#written = this.#written.then(() => writer);
      }
    });
  }

  /** Waits until everything that was handed in is written, or has failed. */
  async drain(): Promise<void> {
    await this.#written;
  }

  async #write(): Promise<void> {
    this.#writers += 1;
    // What else this turn of the event loop brings goes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#writeBatch(this.#takeBatch());
    // In the same step as the look above: what comes from now on starts a writer of its own.
    this.#writers -= 1;
  }

  /** The first that wait, at most one of each player: a second one builds upon what the first has written. */
  #takeBatch(): Waiting[] {
    const batch = new Map<number, Waiting>();
    this.#waiting = this.#waiting.filter((waiting) => {
      const { playerId } = waiting.request;
      if (batch.size === BATCH || batch.has(playerId)) return true;
      batch.set(playerId, waiting);
      return false;
    });
    return [...batch.values()];
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#engine.perform(recordTogether, {
        requests: batch.map(({ request }) => request),
        rules: this.#rules,
      });
      for (const [index, outcome] of outcomes.entries()) batch[index]?.resolve(outcome);
    } catch (error) {
      if (batch.length === 1 || error instanceof StoreUnavailable) {
        for (const { reject } of batch) reject(error);
        return;
      }
      // One of them failed: the others are not to suffer for it.
      for (const waiting of batch) await this.#writeBatch([waiting]);
    }
  }
}
