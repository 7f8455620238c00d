import { describe, expect, it } from 'vitest';
import { describeOnBothEngines } from '../testing/both-engines.ts';
import { sharedWorld } from '../testing/shared-world.ts';
import { PlayerMemory } from './player-memory.ts';
import { SHELF } from './players-by-id.ts';

const NOW = 2_000_000_000;
/** Of very many shelves at once, so many are read. */
const SHELVES = 64;

describeOnBothEngines('players who are not remembered', (engine) => {
  async function world(players: number) {
    const store = await engine.openTestStore();
    await store.importWorld(sharedWorld(players), NOW);
    const memory = new PlayerMemory();
    const find = async (ids: readonly number[]) => {
      const found = await memory.find(store.engine.session, ids);
      for (const [id, player] of found) expect(player).toMatchObject({ id, username: `Player${id}` });
      return [...found.keys()].sort((a, b) => a - b);
    };
    return { store, memory, find };
  }

  it('are found with all of their shelves where these are empty', async () => {
    const { memory, find } = await world(3 * SHELF);
    expect(await find([])).toEqual([]);
    expect(await find([5, 6])).toEqual(range(1, SHELF));
    expect(await find([2 * SHELF, 5])).toEqual([...range(1, SHELF), ...range(2 * SHELF, 3 * SHELF)]);
    expect(memory.get(5)).toBeUndefined();
  });

  it('are found by themselves where somebody of the shelf is remembered', async () => {
    const { store, memory, find } = await world(3 * SHELF);
    for (const player of (await memory.find(store.engine.session, [5])).values()) memory.set(player);
    memory.delete(6);
    memory.delete(7);
    expect(await find([6, 7, 2 * SHELF - 1])).toEqual([6, 7, ...range(SHELF, 2 * SHELF)]);
    memory.clear();
    expect(await find([6])).toEqual(range(1, SHELF));
  });

  it('are found, all of them, also where there are many', async () => {
    const players = (SHELVES + 6) * SHELF;
    const { find } = await world(players);
    const asked = Array.from({ length: SHELVES + 6 }, (_, shelf) => shelf * SHELF + 3);
    expect(await find(asked)).toEqual([...range(1, SHELVES * SHELF), ...asked.slice(SHELVES)]);
  });

  it('are found by name with all of their shelf', async () => {
    const { store, memory } = await world(3 * SHELF);
    const find = (username: string) => memory.findNamed(store.engine.session, { kind: 'username', username });
    const [first, ...others] = await find('player20');
    expect(first?.username).toBe('Player20');
    expect(new Set(others.map(({ id }) => id))).toEqual(new Set(range(SHELF, 2 * SHELF)));
    for (const other of others) memory.set(other);
    expect((await find('Player21')).map(({ id }) => id)).toEqual([21]);
    expect(await find('Nobody')).toEqual([]);
  });

  it('do not keep others from being found where their name is none', async () => {
    const { store, memory } = await world(3);
    await store.engine.write((session) =>
      session.query(session.builder.updateTable('player').set({ name: 'a name' }).where('id', '=', 2)),
    );
    const found = await memory.find(store.engine.session, [1]);
    for (const player of found.values()) memory.set(player);
    expect(range(1, 4).map((id) => memory.get(id)?.username)).toEqual(['Player1', undefined, 'Player3']);
    expect(found.get(2)?.username).toBe('a name');
  });
});

describe('players who are remembered', () => {
  const ADA = { id: 7, username: 'Ada', ulid: '01ARZ3NDEKTSV4RRFFQ69G5FAV' };
  const player = { ...ADA, pointsHardcore: 1, pointsSoftcore: 2, gamesListed: 3 };

  it('are found by username in any spelling, and by the ULID that they were asked for by', () => {
    const memory = new PlayerMemory();
    memory.set(player);
    for (const username of ['Ada', 'ADA'])
      expect(memory.named({ kind: 'username', username })).toEqual(player);
    expect(memory.named({ kind: 'ulid', ulid: ADA.ulid })).toBeUndefined();
    memory.setNamed({ kind: 'ulid', ulid: ADA.ulid }, player);
    expect(memory.named({ kind: 'ulid', ulid: ADA.ulid })).toEqual(player);
    memory.delete(ADA.id);
    expect(memory.named({ kind: 'username', username: 'Ada' })).toBeUndefined();
  });
});

function range(from: number, below: number): number[] {
  return Array.from({ length: below - from }, (_, index) => from + index);
}
