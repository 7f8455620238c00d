import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Changes } from './changes-since.ts';
import { LastChanges } from './last-changes.ts';

/** Ids of which some share a place. */
const id = fc.constantFrom(1, 2, 3, 1 + 2 ** 16, 1 + 2 ** 17, 2 + 2 ** 20);
const change = fc.record({ player_id: id, game_id: fc.option(id, { freq: 10 }) });
const changed = fc.oneof(
  { weight: 9, arbitrary: fc.array(change, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constant('all' as const) },
);
const subjects = fc.record({ games: fc.array(id), players: fc.array(id) }, { requiredKeys: [] });

it('never says that something is the same which has changed', () => {
  fc.assert(
    fc.property(fc.array(changed), fc.array(changed), subjects, (before, after, asked) => {
      const changes = new LastChanges();
      for (const change of before) changes.note(change);
      const since = changes.noted;
      expect(changes.isSameSince(since, asked)).toBe(true);
      for (const change of after) changes.note(change);
      if (after.some((change) => touches(change, asked)))
        expect(changes.isSameSince(since, asked)).toBe(false);
      expect(changes.isSameSince(changes.noted, asked)).toBe(true);
    }),
  );
});

it('says that what others change is the same', () => {
  const changes = new LastChanges();
  const since = changes.noted;
  changes.note([{ player_id: 1, game_id: 2 }]);
  expect(changes.isSameSince(since, { games: [1, 3], players: [2, 3] })).toBe(true);
  expect(changes.isSameSince(since, {})).toBe(true);
});

function touches(
  changed: Changes['changed'],
  { games = [], players = [] }: Parameters<LastChanges['isSameSince']>[1],
) {
  return (
    changed === 'all' ||
    changed.some(
      ({ player_id, game_id }) => game_id === null || games.includes(game_id) || players.includes(player_id),
    )
  );
}
