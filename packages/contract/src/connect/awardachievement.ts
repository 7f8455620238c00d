import { flag, id, optional, seconds, text } from './params.ts';
import { defineConnectRequest } from './request.ts';

export interface Awarded {
  readonly achievementId: number;
  /** In which mode it was sent. */
  readonly hardcore: boolean;
  /** Whether the player had it in this mode before. */
  readonly already: boolean;
  /** Promoted achievements of the game that the player does not have in this mode: 0 shows as mastered. */
  readonly remaining: number;
  /** Of the player, with this unlock. */
  readonly points: { readonly hardcore: number; readonly softcore: number };
}

/**
 * Read by rcheevos in `rc_api_runtime.c` (`rc_api_process_award_achievement_response`). To have it already is
 * no success and no failure: emulators know it by the first words of the error.
 */
export const awardachievement = defineConnectRequest({
  name: 'awardachievement',
  description: 'The player unlocked an achievement.',
  params: {
    a: id('The achievement.'),
    h: flag('1: in hardcore.'),
    o: optional(seconds('How many seconds ago, where it could not be sent at once; at most 14 days.')),
    v: optional(text('The validation hash: an MD5, without which an offset does not count.')),
  },
  present: ({ achievementId, hardcore, already, remaining, points }: Awarded) => ({
    Success: !already,
    AchievementID: achievementId,
    AchievementsRemaining: remaining,
    Score: points.hardcore,
    SoftcoreScore: points.softcore,
    ...(already && {
      Error: `User already has this achievement unlocked${hardcore ? ' in hardcore mode' : ''}.`,
    }),
  }),
});
