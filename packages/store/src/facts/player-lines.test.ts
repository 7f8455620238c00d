import { expect, it, test } from 'vitest';
import type { Player } from '../players.ts';
import { PlayerLines } from './player-lines.ts';

const ADA: Player = {
  id: 2 ** 31 - 1,
  username: 'Ada',
  ulid: '7ZZZZZZZZZZZZZZZZZZZZZZZZZ',
  pointsHardcore: 2 ** 31 - 1,
  pointsSoftcore: 0,
  gamesListed: 2 ** 31 - 1,
};
const LONG: Player = { ...ADA, id: 1, username: 'abcdefghijklmnopqrst', pointsHardcore: 0, gamesListed: 0 };

it('keeps each player, whoever was there before and whoever is beside', () => {
  const lines = PlayerLines.of([LONG, LONG, LONG]);
  expect(lines.put(1, ADA)).toBe(true);
  expect([0, 1, 2].map((line) => lines.read(line))).toEqual([LONG, ADA, LONG]);
  lines.copy(0, lines, 1);
  lines.clear(2);
  expect([lines.read(0), lines.read(1), lines.id(2)]).toEqual([ADA, ADA, 0]);
});

it('says who is in its lines, from the first to the last', () => {
  expect(PlayerLines.of([LONG, ADA, { ...ADA, id: 7 }]).ids()).toEqual([LONG.id, ADA.id, 7]);
  expect(PlayerLines.of([]).ids()).toEqual([]);
});

it('writes names and ULIDs as they are', () => {
  const lines = PlayerLines.of([LONG, ADA]);
  const written: string[] = [];
  const sink = {
    copyFrom(memory: DataView, from: number, length: number) {
      // Three bytes more may be read.
      memory.getInt8(from + length + 2);
      written.push(Buffer.from(memory.buffer, memory.byteOffset + from, length).toString());
    },
  };
  for (const line of [0, 1]) {
    lines.writeUsername(line, sink);
    lines.writeUlid(line, sink);
  }
  expect(written).toEqual([LONG.username, LONG.ulid, ADA.username, ADA.ulid]);
});

test.each([
  { username: 'a name' },
  { username: 'Pokémon' },
  { username: `${LONG.username}u` },
  { username: '' },
  { ulid: '7ZZZ' },
  { ulid: '7ZZZZZZZZZZZZZZZZZZZZZZZZ"' },
])('takes nobody whose name or ULID is none: %j', (wrong) => {
  expect(() => PlayerLines.of([{ ...ADA, ...wrong }])).toThrow('is none');
  const lines = PlayerLines.of([LONG]);
  expect(lines.put(0, { ...ADA, ...wrong })).toBe(false);
  expect(lines.read(0)).toEqual(LONG);
});
