/** The settings that what is derived from the ledger follows. */
export interface LedgerRules {
  /** How many promoted achievements a set needs to be completed or mastered (RULES.md, "Awards"). */
  readonly masteryMinimum: number;
  /** How many unlocks a block of an unlock list holds when it is made (`unlock-blocks.ts`). */
  readonly unlockBlockSize: number;
}
