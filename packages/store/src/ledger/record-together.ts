import { job } from '../engine/job.ts';
import type { UnlockRequest } from './asked-unlock.ts';
import { LedgerChanges } from './ledger-changes.ts';
import type { LedgerRules } from './ledger-rules.ts';
import { type RecordOutcome, recordUnlocks } from './record-unlock.ts';

interface Batch {
  /** At most one of each player: a second one builds upon what the first has written. */
  readonly requests: readonly UnlockRequest[];
  readonly rules: LedgerRules;
}

/** Records unlocks in one transaction, and so with one flush to the disk. It gives their outcomes in order. */
export default job(import.meta.url, async (session, { requests, rules }: Batch): Promise<RecordOutcome[]> => {
  // In the order of their ids, so that two writers do not wait for each other.
  const playerIds = requests.map(({ playerId }) => playerId).sort((a, b) => a - b);
  await Promise.all([session.shareLedger(), session.ownPlayers(playerIds)]);
  const changes = new LedgerChanges();
  const outcomes = await recordUnlocks(session, requests, changes, rules);
  await changes.write(session, rules);
  return outcomes;
});
