import type { WorldRecord } from '@laurel/domain';
import { expect, it } from 'vitest';
import { describeOnBothEngines } from '../testing/both-engines.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';

const NOW = 2_000_000_000;
const ada = { kind: 'username', username: 'Ada' } as const;

/** A game with so many achievements, of which Ada has some, and the first of these in hardcore. */
function game(id: number, title: string, size: number, has: number, hasHardcore: number): WorldRecord[] {
  const set = Array.from({ length: size }, (_, index) => achievement(id * 100 + index, { gameId: id }));
  return [
    { ...GAME, id, title },
    ...set,
    ...set.slice(0, has).map((one, index) => unlock('Ada', one.id, 5, index < hasHardcore)),
  ];
}

describeOnBothEngines('the completed games of a player', (engine) => {
  it('are those with enough achievements, the most complete first', async () => {
    const store = await engine.openTestStore();
    await store.importWorld(
      [
        SYSTEM,
        { type: 'user', username: 'Ada' },
        ...game(1, 'Half', 8, 4, 0),
        ...game(2, 'All', 6, 6, 5),
        ...game(3, 'Mastered', 6, 6, 6),
        ...game(4, 'Small', 5, 5, 5),
        ...game(5, 'Nothing', 6, 0, 0),
        ...game(6, 'More', 12, 6, 0),
        ...game(7, 'Also half', 8, 4, 0),
      ],
      NOW,
    );
    const games = await store.userCompletedGames(ada);
    expect(games.map(({ title }) => title)).toEqual(['Mastered', 'All', 'More', 'Also half', 'Half']);
    expect(games[1]).toEqual({
      gameId: 2,
      title: 'All',
      icon: '/Images/game-2.png',
      systemId: 1,
      systemName: 'Mega Drive',
      maxPossible: 6,
      achieved: 6,
      achievedHardcore: 5,
    });
    expect(await store.userCompletedGames({ kind: 'username', username: 'Nobody' })).toEqual([]);
  });
});
