import { id } from './params.ts';
import { defineConnectRequest } from './request.ts';

/** How much of a rich presence message is kept, in characters: what the live service keeps. */
const LONGEST_MESSAGE = 255;

/**
 * Sent every other minute. The message `m` is read by {@link richPresence}: it counts only in a form, as on
 * the live service. Emulators look at nothing but `Success`.
 */
export const ping = defineConnectRequest({
  name: 'ping',
  description: 'The player is still in the game, and what they are doing there.',
  params: { g: id('The game.') },
  present: (_nothing: undefined) => ({ Success: true }),
});

/** A rich presence message as it can be kept: cut to its length, and without U+0000. */
export function richPresence(message: string): string {
  const characters = Array.from(message.replaceAll('\0', '').toWellFormed());
  return characters.slice(0, LONGEST_MESSAGE).join('');
}
