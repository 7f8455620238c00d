import { sql } from 'kysely';

/**
 * By what games are sorted: the title without regard to the case of a to z, as far as the index `game_of_system`
 * goes. It is the same on both engines, letter for letter as in the index.
 */
export const titleOrder = sql<string>`substr(lower(game.title), 1, 200)`;
