import type { AwardKind } from '../awards.ts';
import type { AchievementKind } from '../catalogue.ts';

/** One promoted achievement of a game, and when a player unlocked it, if ever. */
export interface SetMember {
  readonly kind: AchievementKind | null;
  readonly softcoreAt: number | undefined;
  readonly hardcoreAt: number | undefined;
}

export interface GrantedAward {
  readonly kind: AwardKind;
  readonly at: number;
}

/** The awards that these unlocks of a promoted set earn now: the table of RULES.md, "Awards", line by line. */
export function modelAwards(set: readonly SetMember[], masteryMinimum: number): GrantedAward[] {
  const inHardcore = set.map(({ kind, hardcoreAt }) => ({ kind, at: hardcoreAt }));
  const inAnyMode = set.map(({ kind, softcoreAt }) => ({ kind, at: softcoreAt }));
  const bigEnough = set.length > 0 && set.length >= masteryMinimum;
  const times: [AwardKind, number | undefined][] = [
    ['beaten-softcore', beatenAt(inAnyMode)],
    ['beaten-hardcore', beatenAt(inHardcore)],
    ['completed', bigEnough ? lastOf(inAnyMode) : undefined],
    ['mastered', bigEnough ? lastOf(inHardcore) : undefined],
  ];
  return times.flatMap(([kind, at]) => (at === undefined ? [] : [{ kind, at }]));
}

interface Member {
  readonly kind: AchievementKind | null;
  readonly at: number | undefined;
}

function beatenAt(set: readonly Member[]): number | undefined {
  const progression = set.filter((member) => member.kind === 'progression');
  const winConditions = set.filter((member) => member.kind === 'win_condition');
  if (winConditions.length === 0) return lastOf(progression);

  const wins = winConditions.flatMap((member) => (member.at === undefined ? [] : [member.at]));
  const firstWin = wins.sort((a, b) => a - b)[0];
  return lastOf([...progression, { kind: 'win_condition', at: firstWin }]);
}

/** The time of the last of these; undefined where one has none, or where there are none. */
function lastOf(members: readonly Member[]): number | undefined {
  const times = members.flatMap((member) => (member.at === undefined ? [] : [member.at]));
  return times.length < members.length ? undefined : times.sort((a, b) => b - a)[0];
}
