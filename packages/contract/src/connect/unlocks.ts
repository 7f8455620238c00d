import { flag, id } from './params.ts';
import { defineConnectRequest } from './request.ts';

/** Read by rcheevos in `rc_api_user.c` (`rc_api_process_fetch_user_unlocks_response`). */
export const unlocks = defineConnectRequest({
  name: 'unlocks',
  description: 'What the player has unlocked in a game; emulators before 2023.',
  params: {
    g: id('The game.'),
    h: flag('1: only what is unlocked in hardcore; else everything that is unlocked.'),
  },
  present: (answer: {
    readonly gameId: number;
    readonly hardcore: boolean;
    /** From the lowest. */
    readonly achievementIds: readonly number[];
  }) => ({
    Success: true,
    GameID: answer.gameId,
    HardcoreMode: answer.hardcore,
    UserUnlocks: answer.achievementIds,
  }),
});
