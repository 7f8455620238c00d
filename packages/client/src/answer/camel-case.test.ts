import { expect, it } from 'vitest';
import { camelCase } from './camel-case.ts';

it.each([
  ['ID', 'id'],
  ['ULID', 'ulid'],
  ['URL', 'url'],
  ['MD5', 'md5'],
  ['ConsoleIDs', 'consoleIds'],
  ['GameID', 'gameId'],
  ['AchievementIDs', 'achievementIds'],
  ['AuthorULID', 'authorUlid'],
  ['BadgeURL', 'badgeUrl'],
  ['RAPoints', 'raPoints'],
  ['RASoftcorePoints', 'raSoftcorePoints'],
  ['NumAwardedHardcore', 'numAwardedHardcore'],
  ['ConsoleName', 'consoleName'],
  ['14402', '14402'],
])('%s is %s', (field, name) => {
  expect(camelCase(field)).toBe(name);
});
