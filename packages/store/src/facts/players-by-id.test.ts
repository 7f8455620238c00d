import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Player } from '../players.ts';
import { PlayersById } from './players-by-id.ts';

const PLACES = 4;
const amount = fc.nat(2 ** 31 - 1);
/** Ids that share places, and the largest ones. */
const id = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 2 ** 31 - 10, max: 2 ** 31 - 1 }));
const player: fc.Arbitrary<Player> = fc.record({
  id,
  username: fc.stringMatching(/^[A-Za-z0-9]{2,20}$/),
  ulid: fc.ulid(),
  pointsHardcore: amount,
  pointsSoftcore: amount,
  gamesListed: amount,
});
const command = fc.record({ kind: fc.constantFrom('set', 'get', 'delete', 'clear', 'list'), player });

it('gives what was set last, or nothing; never what was deleted, nor what is of another id', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 200 }), (commands) => {
      const players = new PlayersById(PLACES);
      const model = new Map<number, Player>();
      for (const { kind, player } of commands) {
        const { id } = player;
        if (kind === 'set') {
          players.set(player);
          model.set(id, player);
          expect(players.get(id)).toEqual(player);
        } else if (kind === 'delete') {
          players.delete(id);
          model.delete(id);
        } else if (kind === 'clear') {
          players.clear();
          model.clear();
        }
        expect([undefined, model.get(id)]).toContainEqual(players.get(id));
        const list = players.list([id, id]);
        expect(list === undefined).toBe(players.get(id) === undefined);
        if (list !== undefined) expect([list.read(0), list.read(1)]).toEqual([model.get(id), model.get(id)]);
      }
    }),
  );
});

it('takes nobody for another whose id ends in the same bits', () => {
  const players = new PlayersById(PLACES);
  for (const id of [2 ** 32 + 1, 2 ** 31 + 1]) players.set(playerOf(id));
  for (const id of [1, -(2 ** 31) + 1, 2 ** 31 + 1, 2 ** 32 + 1]) expect(players.get(id)).toBeUndefined();
  players.set(playerOf(1));
  for (const id of [2 ** 31 + 1, 2 ** 32 + 1]) {
    expect(players.get(id)).toBeUndefined();
    expect(players.list([id])).toBeUndefined();
  }
});

it('has nobody at first, not even the player 0', () => {
  const players = new PlayersById(PLACES);
  for (let id = 0; id < 10; id += 1) expect(players.get(id)).toBeUndefined();
  expect(players.list([0])).toBeUndefined();
  expect(players.list([])?.id).toBeDefined();
});

it('keeps as many ids that follow on each other as it has places', () => {
  const players = new PlayersById(PLACES);
  for (let next = 1; next < 100; next += 1) {
    players.set(playerOf(next));
    for (let last = Math.max(next - PLACES + 1, 1); last <= next; last += 1)
      expect(players.get(last)).toEqual(playerOf(last));
    expect(players.get(next - PLACES)).toBeUndefined();
  }
});

it('gives lists that stay as they are, whatever happens to the players in them', () => {
  const players = new PlayersById(64);
  const ids = Array.from({ length: 500 }, (_, index) => 1 + (index % 60));
  for (let id = 1; id <= 60; id += 1) players.set(playerOf(id));
  const lists = Array.from({ length: 20 }, () => players.list(ids));
  players.clear();
  for (let id = 1; id <= 60; id += 1) players.set({ ...playerOf(id), pointsHardcore: 1, username: 'other' });
  for (const list of lists)
    for (const [row, id] of ids.entries()) expect(list?.read(row)).toEqual(playerOf(id));
});

function playerOf(id: number): Player {
  return {
    id,
    username: `Player${id}`,
    ulid: String(id).padStart(26, '0'),
    pointsHardcore: 10 * id,
    pointsSoftcore: 7 * id,
    gamesListed: id,
  };
}
