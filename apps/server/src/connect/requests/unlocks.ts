import { unlocks } from '@laurel/contract/connect/unlocks';
import { authenticate } from '../authenticate.ts';
import { handle, validate } from '../request-handler.ts';

/** An unknown game has no unlocks: RetroArch 1.14 crashes on an error here. */
export default handle(unlocks, async (call, context) => {
  const player = await authenticate(call, context);
  const { g, h } = validate(unlocks, call);

  const found = await context.store.playerUnlocks(player.playerId, g);
  const inMode = found.filter(({ promoted, hardcoreAt }) => promoted && (!h || hardcoreAt !== null));
  return unlocks.present({
    gameId: g,
    hardcore: h,
    achievementIds: inMode.map(({ achievementId }) => achievementId),
  });
});
