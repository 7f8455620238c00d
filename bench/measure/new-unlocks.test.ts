import { expect, it } from 'vitest';
import { usernameOf } from '../world/names.ts';
import { recordsOf } from '../world/records.ts';
import { generateWorld } from '../world/world.ts';
import { newUnlocks, takeUnlocks, unlockingPlayers } from './new-unlocks.ts';

const world = generateWorld(10_000);
const players = unlockingPlayers(world);
const unlocks = [...newUnlocks(world, players)];

it('gives unlocks that the world does not have, each once', () => {
  const had = [...recordsOf(world)]
    .filter((record) => record.type === 'unlock')
    .map((unlock) => `${unlock.user}/${unlock.achievementId}`);
  const given = unlocks.map((unlock) => `${usernameOf(unlock.player)}/${unlock.achievement}`);
  expect(given.length).toBeGreaterThan(had.length);
  expect(new Set([...had, ...given]).size).toBe(had.length + given.length);
});

it('lets each player have a turn before one has a second', () => {
  expect(new Set(unlocks.slice(0, players.length).map(({ player }) => player)).size).toBe(players.length);
});

it('says so when there are no more', () => {
  expect(() => takeUnlocks(newUnlocks(world, players), unlocks.length + 1)).toThrow(/too small/);
});
