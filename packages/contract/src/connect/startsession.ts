import { id } from './params.ts';
import { defineConnectRequest } from './request.ts';

/** An unlock, with its earliest time in any mode and in hardcore, in seconds since 1970. */
interface SessionUnlock {
  readonly achievementId: number;
  readonly softcoreAt: number;
  readonly hardcoreAt: number | null;
}

/**
 * Read by rcheevos in `rc_api_user.c` (`rc_api_process_start_session_response`). An achievement that is
 * unlocked in hardcore is in that list alone.
 */
export const startsession = defineConnectRequest({
  name: 'startsession',
  description: 'The player starts a game; what they have unlocked in it.',
  params: { g: id('The game.') },
  present: (answer: { readonly now: number; readonly unlocks: readonly SessionUnlock[] }) => ({
    Success: true,
    HardcoreUnlocks: answer.unlocks.flatMap(({ achievementId, hardcoreAt }) =>
      hardcoreAt === null ? [] : [{ ID: achievementId, When: hardcoreAt }],
    ),
    Unlocks: answer.unlocks.flatMap(({ achievementId, softcoreAt, hardcoreAt }) =>
      hardcoreAt === null ? [{ ID: achievementId, When: softcoreAt }] : [],
    ),
    ServerNow: answer.now,
  }),
});
