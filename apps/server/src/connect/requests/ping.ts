import { ping } from '@laurel/contract/connect/ping';
import { authenticate } from '../authenticate.ts';
import { refuseDelegation } from '../delegation.ts';
import { requireGame } from '../games.ts';
import { savePresence } from '../presence.ts';
import { handle, validate } from '../request-handler.ts';

export default handle(ping, async (call, context) => {
  const player = await authenticate(call, context);
  const { g } = validate(ping, call);
  refuseDelegation(call);

  const game = await requireGame(context.store, g);
  await savePresence(context, player, game, call.form.get('m'));
  return ping.present(undefined);
});
