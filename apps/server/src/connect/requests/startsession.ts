import { startsession } from '@laurel/contract/connect/startsession';
import { authenticate } from '../authenticate.ts';
import { refuseDelegation } from '../delegation.ts';
import { requireGame } from '../games.ts';
import { savePresence } from '../presence.ts';
import { handle, validate } from '../request-handler.ts';

export default handle(startsession, async (call, context) => {
  const player = await authenticate(call, context);
  const { g } = validate(startsession, call);
  refuseDelegation(call);

  const game = await requireGame(context.store, g);
  await savePresence(context, player, game);
  const unlocks = await context.store.playerUnlocks(player.playerId, game.id);
  return startsession.present({
    now: context.now(),
    unlocks: unlocks.filter(({ promoted }) => promoted),
  });
});
