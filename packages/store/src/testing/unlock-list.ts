import type { AchievementUnlocks } from '../answers/achievement-unlocks.ts';
import type { Player } from '../players.ts';

type ListedUnlock = AchievementUnlocks['unlocks'][number] & { readonly player: Player };

/** The unlocks of a list, each with its player; none where there is no list. */
export function unlockList(answer: AchievementUnlocks | undefined): ListedUnlock[] {
  if (answer === undefined) return [];
  return answer.unlocks.map((unlock, row) => ({ ...unlock, player: answer.players.read(row) }));
}
