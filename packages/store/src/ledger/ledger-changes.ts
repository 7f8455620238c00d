import type { WriteSession } from '../engine/engine.ts';
import { noteChanges } from '../facts/changes.ts';
import type { AwardTable, PlayerGameTable, UnlockTable } from '../schema.ts';
import { Movements } from './counters.ts';
import type { LedgerRules } from './ledger-rules.ts';
import { saveAwards, saveStandings } from './standing-rows.ts';
import { mergeUnlocks } from './unlock-rows.ts';

/** What is to be written of unlocks of different players, gathered so that it takes few statements. */
export class LedgerChanges {
  readonly unlocks: UnlockTable[] = [];
  readonly standings: PlayerGameTable[] = [];
  readonly awards: AwardTable[] = [];
  readonly movements = new Movements();

  async write(session: WriteSession, rules: LedgerRules): Promise<void> {
    await Promise.all([
      mergeUnlocks(session, this.unlocks),
      saveStandings(session, this.standings),
      saveAwards(session, this.awards),
    ]);
    await this.movements.write(session, rules);
    await noteChanges(session, this.standings);
  }
}
