import { describe, expect, it } from 'vitest';
import { recordsOf } from './records.ts';
import { generateWorld } from './world.ts';

const UNLOCKS = 100_000;
const world = generateWorld(UNLOCKS);
const records = [...recordsOf(world)];
const unlocks = records.filter((record) => record.type === 'unlock');

function playersByGame(): number[] {
  const players = new Array<number>(world.games + 1).fill(0);
  for (const game of world.plays.games) players[game] = (players[game] ?? 0) + 1;
  return players.slice(1);
}

describe('a generated world', () => {
  it('is the same every time', () => {
    expect([...recordsOf(generateWorld(UNLOCKS))]).toEqual(records);
  });

  it('has just as many unlocks as it was asked for, and each once', () => {
    expect(unlocks).toHaveLength(UNLOCKS);
    expect(new Set(unlocks.map(({ user, achievementId }) => `${user}/${achievementId}`)).size).toBe(UNLOCKS);
  });

  it('has one player for every 100 unlocks, of whom a third play the largest game', () => {
    expect(world.players).toBe(1000);
    expect(playersByGame()[0]).toBe(333);
  });

  it('has a heavy tail: most games are played by a few dozen', () => {
    const sorted = playersByGame().sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(60);
  });

  it('has about 40 achievements a game, and about 60 % of the unlocks in hardcore', () => {
    expect(world.achievements / world.games).toBeCloseTo(40, -1);
    expect(unlocks.filter(({ hardcore }) => hardcore).length / UNLOCKS).toBeCloseTo(0.6, 1);
  });

  it('has the same unlocks in every order', () => {
    const line = (record: object) => JSON.stringify(record);
    const scattered = [...recordsOf(world, 'scattered')];
    expect(scattered.map(line)).not.toEqual(records.map(line));
    expect(scattered.map(line).sort()).toEqual(records.map(line).sort());
  });
});
