import { AWARD_KINDS, type AwardKind, type Awards } from './awards.ts';

/** The award in hardcore that takes the place of one in softcore. */
const IN_HARDCORE: Readonly<Partial<Record<AwardKind, AwardKind>>> = {
  'beaten-softcore': 'beaten-hardcore',
  completed: 'mastered',
};

/**
 * The awards for a game that lists of awards show, from low to high: the better one of the two for beating it,
 * and of the two for all of its achievements. What is held in hardcore takes the place of the same in softcore,
 * as on the live service, whichever came first.
 */
export function shownAwards(awards: Awards): { readonly kind: AwardKind; readonly at: number }[] {
  return AWARD_KINDS.flatMap((kind) => {
    const at = awards[kind];
    const better = IN_HARDCORE[kind];
    return at === undefined || (better !== undefined && awards[better] !== undefined) ? [] : [{ kind, at }];
  });
}
