import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Player } from '../players.ts';
import { PlayersById, SHELF } from './players-by-id.ts';

const PLACES = 2 * SHELF;
const amount = fc.nat(2 ** 31 - 1);
/** Ids that share places, and the largest ones. */
const id = fc.oneof(
  fc.integer({ min: 1, max: 3 * PLACES }),
  fc.integer({ min: 2 ** 31 - 10, max: 2 ** 31 - 1 }),
);
const player: fc.Arbitrary<Player> = fc.record({
  id,
  username: fc.stringMatching(/^[A-Za-z0-9]{2,20}$/),
  ulid: fc.ulid(),
  pointsHardcore: amount,
  pointsSoftcore: amount,
  gamesListed: amount,
});
const command = fc.record({ kind: fc.constantFrom('set', 'get', 'delete', 'clear', 'list'), player });

it('gives what was set last, or nothing where another one has taken the place; never what was deleted', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 200 }), (commands) => {
      const players = new PlayersById(PLACES);
      const places = new Map<number, Player>();
      const shelves = () => new Set([...places.keys()].map((place) => Math.floor(place / SHELF)));
      for (const { kind, player } of commands) {
        const { id } = player;
        const place = id % PLACES;
        if (kind === 'set') {
          players.set(player);
          places.set(place, player);
        } else if (kind === 'delete') {
          players.delete(id);
          if (places.get(place)?.id === id) places.delete(place);
        } else if (kind === 'clear') {
          players.clear();
          places.clear();
        }
        const kept = places.get(place)?.id === id ? places.get(place) : undefined;
        expect(players.get(id)).toEqual(kept);
        const list = players.list([id, id]);
        expect(list && [list.read(0), list.read(1)]).toEqual(kept && [kept, kept]);
        expect(players.isShelfEmpty(id)).toBe(!shelves().has(Math.floor(place / SHELF)));
      }
    }),
  );
});

it('keeps nobody who does not fit, and leaves who was there', () => {
  const players = new PlayersById(PLACES);
  players.set(playerOf(1));
  for (const wrong of [{ username: 'a name' }, { ulid: 'none' }, { id: 2 ** 31 + 1 }])
    players.set({ ...playerOf(1), ...wrong });
  expect(players.get(1)).toEqual(playerOf(1));
  expect(players.isShelfEmpty(2 ** 31 + SHELF)).toBe(false);
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
  for (let next = 1; next < 5 * PLACES; next += 1) {
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
