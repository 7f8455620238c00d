import { Type } from 'typebox';

/** The awards for a game, from low to high, as the Web API names them. */
export const AWARD_KINDS = ['beaten-softcore', 'beaten-hardcore', 'completed', 'mastered'] as const;

export type AwardKind = (typeof AWARD_KINDS)[number];

export const AwardKindName = Type.Enum([...AWARD_KINDS]);
