import { getAchievementUnlocks } from '@laurel/contract/web-api/get-achievement-unlocks';
import { Failure } from '../http/failure.ts';
import { handle } from './endpoint-handler.ts';

export default handle(
  getAchievementUnlocks,
  async ({ a, c, o }, state) => {
    const unlocks = await state.achievementUnlocks(a, { count: c, offset: o });
    if (unlocks === undefined)
      throw new Failure('not_found', { title: 'There is no achievement with this ID.' });
    return unlocks;
  },
  // It says what points each of its players has.
  (_, { game, players }) => ({ games: [game.id], players: players.ids() }),
);
