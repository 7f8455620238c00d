import { AWARD_KINDS, type Awards } from '../awards.ts';

/** Whether `after` holds every award that `before` held, none of them at a later time. */
export function noWorse(after: Awards, before: Awards): boolean {
  return AWARD_KINDS.every((kind) => {
    const then = before[kind];
    const now = after[kind];
    return then === undefined || (now !== undefined && now <= then);
  });
}
