/** The rules of RULES.md: pure functions on plain values. No I/O and no dependencies. */
export * from './awards.ts';
export * from './catalogue.ts';
export * from './day.ts';
export * from './distribution.ts';
export * from './ledger.ts';
export * from './progress.ts';
export * from './shown-awards.ts';
export * from './standing.ts';
export * from './title-words.ts';
export * from './true-ratio.ts';
export * from './unlock-time.ts';
export * from './username.ts';
export * from './world.ts';
