import { describe, expect, it } from 'vitest';
import type { AchievementRecord } from '../world.ts';
import { RecordedWorld } from './recorded-world.ts';

const ACHIEVEMENT = {
  type: 'achievement',
  id: 1,
  gameId: 7,
  title: 'One',
  description: '',
  points: 5,
} as const;

function worldWith(...achievements: AchievementRecord[]): RecordedWorld {
  const world = new RecordedWorld();
  world.add({ type: 'game', id: 7, systemId: 1, title: 'Seven' });
  world.add({ type: 'game', id: 8, systemId: 1, title: 'Eight' });
  for (const achievement of achievements) world.add(achievement);
  return world;
}

describe('an achievement that comes again', () => {
  it('keeps what it leaves out', () => {
    const world = worldWith(
      { ...ACHIEVEMENT, kind: 'missable', promoted: false },
      { ...ACHIEVEMENT, points: 10 },
    );
    expect(world.achievements.get(1)).toMatchObject({ points: 10, kind: 'missable', promoted: false });
  });

  it('loses its type by a type of null', () => {
    const world = worldWith({ ...ACHIEVEMENT, kind: 'missable' }, { ...ACHIEVEMENT, kind: null });
    expect(world.achievements.get(1)).toMatchObject({ kind: null, promoted: true });
  });

  it('cannot move to another game', () => {
    expect(() => worldWith(ACHIEVEMENT, { ...ACHIEVEMENT, gameId: 8 })).toThrow('moves to another game');
  });
});

describe('a user', () => {
  it('is assigned the id after the highest so far, keeps it, and is known in any spelling', () => {
    const world = worldWith();
    world.add({ type: 'user', username: 'Ada', id: 5, untracked: true });
    world.add({ type: 'user', username: 'Boris' });
    world.add({ type: 'user', username: 'Cyd', id: 2 });
    world.add({ type: 'user', username: 'ADA' });
    expect(world.player('ada')).toEqual({ id: 5, username: 'ADA', untracked: true });
    expect(world.player('BORIS')?.id).toBe(6);
    expect(world.players()).toHaveLength(3);
  });

  it('cannot take an id that another has, nor a new one', () => {
    const world = worldWith();
    world.add({ type: 'user', username: 'Ada', id: 5 });
    expect(() => world.add({ type: 'user', username: 'Boris', id: 5 })).toThrow('cannot have the id 5');
    expect(() => world.add({ type: 'user', username: 'Ada', id: 6 })).toThrow('cannot have the id 6');
  });
});
