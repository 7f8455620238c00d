import { id } from './params.ts';
import { defineConnectRequest } from './request.ts';

/** The one activity that there is: the player started a game. */
export const STARTED_PLAYING = 3;

/** Sent by RetroArch before rcheevos 11; it looks at nothing but `Success`. */
export const postactivity = defineConnectRequest({
  name: 'postactivity',
  description: 'The player started a game; emulators before 2023.',
  params: { a: id('The activity: 3, started playing.'), m: id('The game.') },
  present: (_nothing: undefined) => ({ Success: true }),
});
