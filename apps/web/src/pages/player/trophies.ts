import type { UserAwards } from '@laurel/client';
import type { AwardKind } from '../../parts/award.tsx';

/** The highest award that a player holds for a game. */
export interface Trophy {
  readonly gameId: number;
  readonly title: string;
  readonly system: string;
  readonly icon: string;
  readonly kind: AwardKind;
  /** UTC, as in `2023-10-27T02:52:34+00:00`. */
  readonly at: string;
}

type Award = Pick<
  UserAwards['visibleUserAwards'][number],
  'awardedAt' | 'awardType' | 'awardData' | 'awardDataExtra' | 'title' | 'consoleName' | 'imageIcon'
>;

/** The highest first. */
export const AWARD_ORDER: readonly AwardKind[] = [
  'mastered',
  'completed',
  'beaten-hardcore',
  'beaten-softcore',
];

/** One trophy for each game, the newest first. Awards that are not for a game are none. */
export function trophiesOf(awards: readonly Award[]): Trophy[] {
  const highest = new Map<number, Trophy>();
  for (const award of awards) {
    const kind = kindOf(award);
    if (kind === undefined) continue;
    const before = highest.get(award.awardData);
    if (before !== undefined && AWARD_ORDER.indexOf(before.kind) <= AWARD_ORDER.indexOf(kind)) continue;
    highest.set(award.awardData, {
      gameId: award.awardData,
      title: award.title,
      system: award.consoleName,
      icon: award.imageIcon,
      kind,
      at: award.awardedAt,
    });
  }
  return [...highest.values()].sort((a, b) => b.at.localeCompare(a.at));
}

function kindOf({ awardType, awardDataExtra }: Award): AwardKind | undefined {
  const isHardcore = awardDataExtra === 1;
  if (awardType === 'Mastery/Completion') return isHardcore ? 'mastered' : 'completed';
  if (awardType === 'Game Beaten') return isHardcore ? 'beaten-hardcore' : 'beaten-softcore';
  return undefined;
}
