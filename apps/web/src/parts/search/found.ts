import type { SearchResults } from '@laurel/client';
import { count } from '../count.ts';

/** How long what is looked for may be. */
export const LONGEST = 100;

/** What is looked for with what was typed: spaces say nothing. Empty for nothing. */
export function wantedOf(typed: string): string {
  return typed.trim().replace(/\s+/g, ' ').slice(0, LONGEST);
}

/** How many there is room for, of both kinds together. */
export const ROOM = 8;
const ROOM_FOR_PLAYERS = 3;

/** The best of what was found that there is room for: of players some, whatever number of games there is. */
export function bestOf({ games, players }: SearchResults): SearchResults {
  const shown = players.slice(0, Math.max(ROOM_FOR_PLAYERS, ROOM - games.length));
  return { games: games.slice(0, ROOM - shown.length), players: shown };
}

/** How much of what is shown, in words. */
export function foundWords({ games, players }: SearchResults, wanted: string): string {
  const kinds = [
    ...(games.length === 0 ? [] : [count(games.length, 'game')]),
    ...(players.length === 0 ? [] : [count(players.length, 'player')]),
  ];
  return kinds.length === 0 ? `Nothing is called “${wanted}”.` : `${kinds.join(' and ')}.`;
}

/** What a player has: softcore points where there are no others. */
export function pointsOf({
  totalPoints,
  totalSoftcorePoints,
}: Pick<SearchResults['players'][number], 'totalPoints' | 'totalSoftcorePoints'>): string {
  return totalPoints === 0 && totalSoftcorePoints > 0
    ? count(totalSoftcorePoints, 'softcore point')
    : count(totalPoints, 'point');
}
