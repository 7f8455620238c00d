import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { decodeWorldLine, encodeWorldRecord } from '@laurel/contract/world/line';
import { usernameKey, type WorldRecord } from '@laurel/domain';
import { expect, test } from 'vitest';
import { AWARD_OF_20246 } from './calendar.ts';
import { demoWorld } from './demo-world.ts';

const world = [...demoWorld()];

function ofType<T extends WorldRecord['type']>(type: T): Extract<WorldRecord, { type: T }>[] {
  return world.filter((record): record is Extract<WorldRecord, { type: T }> => record.type === type);
}

test('it is the same every time', () => {
  const hash = (records: Iterable<WorldRecord>) => {
    const digest = createHash('sha256');
    for (const record of records) digest.update(JSON.stringify(record));
    return digest.digest('hex');
  };
  expect(hash(demoWorld())).toBe(hash(world));
}, 30_000);

test('every record is in the world format', () => {
  const changed = world.filter(
    (record) => !isDeepStrictEqual(decodeWorldLine(encodeWorldRecord(record)), record),
  );
  expect(changed).toEqual([]);
}, 30_000);

test('a record refers only to what stands above it', () => {
  const seen = new Set<string>();
  const dangling = world.filter((record) => {
    const names = namesOf(record);
    if (names.own !== null) seen.add(names.own);
    return names.needed.some((name) => !seen.has(name));
  });
  expect(dangling).toEqual([]);
});

test('no id, username, ULID, hash or badge is given twice', () => {
  const owned = world.map((record) => namesOf(record).own).filter((name) => name !== null);
  expect(new Set(owned).size).toBe(owned.length);
  for (const values of [
    ofType('user').map((user) => user.ulid),
    ofType('achievement').map((achievement) => achievement.badge),
    ofType('game').flatMap((game) => game.hashes?.map((hash) => hash.md5) ?? []),
  ]) {
    expect(new Set(values).size).toBe(values.length);
  }
});

test('nothing is unlocked before its time, and nothing happens after the documented end', () => {
  const joined = new Map(ofType('user').map((user) => [user.username, user.joinedAt ?? 0]));
  const created = new Map(ofType('achievement').map(({ id, createdAt = 0 }) => [id, createdAt]));
  const untimely = ofType('unlock').filter(
    ({ user, achievementId, at }) =>
      at < (joined.get(user) ?? 0) || at < (created.get(achievementId) ?? 0) || at > AWARD_OF_20246,
  );
  expect(untimely).toEqual([]);
  expect(ofType('score').filter(({ user, at }) => at < (joined.get(user) ?? 0))).toEqual([]);
  expect(ofType('achievement').filter(({ createdAt = 0, modifiedAt = 0 }) => modifiedAt < createdAt)).toEqual(
    [],
  );
});

test('it is of a size that imports in seconds', () => {
  expect(world.length).toBeLessThan(350_000);
  expect(ofType('unlock').length).toBeGreaterThan(150_000);
  expect(ofType('unlock').length).toBeLessThan(250_000);
});

test('every set that is not empty can be beaten, and names no achievement twice', () => {
  const sets = Map.groupBy(
    ofType('achievement').filter((achievement) => achievement.promoted),
    (achievement) => achievement.gameId,
  );
  for (const set of sets.values()) {
    expect(set.length).toBeGreaterThanOrEqual(5);
    expect(set.length).toBeLessThanOrEqual(40);
    expect(set.some(({ kind }) => kind === 'progression')).toBe(true);
    expect(set.some(({ kind }) => kind === 'win_condition')).toBe(true);
    expect(new Set(set.map(({ title }) => title)).size).toBe(set.length);
    expect(new Set(set.map(({ description }) => description)).size).toBe(set.length);
  }
});

test('achievements of the same game become rarer one by one', () => {
  const unlocks = Map.groupBy(ofType('unlock'), (unlock) => unlock.achievementId);
  const game = ofType('achievement').filter(({ gameId }) => gameId === 1);
  const counts = game.map(({ id }) => unlocks.get(id)?.length ?? 0).sort((a, b) => b - a);
  expect(new Set(counts).size).toBe(23);
  expect(counts.at(0)).toBeGreaterThan(24_000);
  expect(counts.at(-1)).toBeLessThan(1_000);
  expect(counts.at(-1)).toBeGreaterThan(0);
});

/** What a record brings into the world, and what must be there before it. */
function namesOf(record: WorldRecord): { own: string | null; needed: string[] } {
  switch (record.type) {
    case 'system':
      return { own: `system ${record.id}`, needed: [] };
    case 'user':
      return { own: `user ${usernameKey(record.username)}`, needed: [] };
    case 'game':
      return { own: `game ${record.id}`, needed: [`system ${record.systemId}`] };
    case 'achievement':
      return { own: `achievement ${record.id}`, needed: [`game ${record.gameId}`] };
    case 'leaderboard':
      return { own: `leaderboard ${record.id}`, needed: [`game ${record.gameId}`] };
    case 'unlock':
      return {
        own: null,
        needed: [`user ${usernameKey(record.user)}`, `achievement ${record.achievementId}`],
      };
    case 'award':
      return { own: null, needed: [`user ${usernameKey(record.user)}`, `game ${record.gameId}`] };
    case 'score':
      return {
        own: null,
        needed: [`user ${usernameKey(record.user)}`, `leaderboard ${record.leaderboardId}`],
      };
  }
}
