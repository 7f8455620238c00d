/** What an achievement is for the game, by its type in the API. */
export const KINDS: Readonly<Record<string, string>> = {
  progression: 'Progression',
  win_condition: 'Win condition',
  missable: 'Missable',
};
