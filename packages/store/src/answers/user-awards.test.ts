import type { AwardKind, WorldRecord } from '@laurel/domain';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlayerIdentifier } from '../players.ts';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';

const NOW = 2_000_000_000;
const ULID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

const named = (username: string): PlayerIdentifier => ({ kind: 'username', username });
const award = (user: string, gameId: number, kind: AwardKind, at: number): WorldRecord => ({
  type: 'award',
  user,
  gameId,
  kind,
  at,
});

const WORLD: readonly WorldRecord[] = [
  SYSTEM,
  { ...GAME, icon: '/Images/1.png' },
  { type: 'game', id: 2, systemId: 1, title: 'Two' },
  { type: 'game', id: 3, systemId: 1, title: 'Three' },
  ...[1, 2, 3, 4, 5, 6].map((id) => achievement(id, { kind: id === 6 ? 'win_condition' : null })),
  { type: 'user', username: 'Ada', ulid: ULID },
  { type: 'user', username: 'Ghost', untracked: true },
  { type: 'user', username: 'Fresh' },
  // Beaten at 160 and mastered at 160, too.
  ...[1, 2, 3, 4, 5, 6].map((id) => unlock('Ada', id, 100 + 10 * id)),
  award('Ada', 2, 'completed', 50),
  award('Ada', 3, 'beaten-softcore', 160),
  award('Ada', 3, 'completed', 170),
  award('Ada', 3, 'mastered', 180),
  award('Ghost', 2, 'beaten-hardcore', 10),
];

describeOnBothEngines('the awards of a player', (engine) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await engine.openTestStore();
    await store.importWorld(WORLD, NOW);
  });

  const shown = async (player: PlayerIdentifier) =>
    (await store.userAwards(player)).map(({ gameId, kind, at }) => [gameId, kind, at]);

  it('are the best of each two, the oldest first, at the same time beaten before mastered', async () => {
    expect(await shown(named('ada'))).toEqual([
      [2, 'completed', 50],
      [3, 'beaten-softcore', 160],
      [1, 'beaten-hardcore', 160],
      [1, 'mastered', 160],
      [3, 'mastered', 180],
    ]);
  });

  it('come with what the games are, by username and by ULID', async () => {
    const awards = await store.userAwards({ kind: 'ulid', ulid: ULID });
    expect(awards).toEqual(await store.userAwards(named('Ada')));
    expect(awards[3]).toEqual({
      kind: 'mastered',
      at: 160,
      gameId: 1,
      title: 'One',
      icon: '/Images/1.png',
      systemId: 1,
      systemName: 'Mega Drive',
    });
  });

  it('are those of an untracked player, too', async () => {
    expect(await shown(named('Ghost'))).toEqual([[2, 'beaten-hardcore', 10]]);
  });

  describe('are none', () => {
    it.each(['Fresh', 'Nobody'])('of %s', async (name) => {
      expect(await store.userAwards(named(name))).toEqual([]);
    });
  });
});
