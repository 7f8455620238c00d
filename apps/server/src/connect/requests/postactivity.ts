import { postactivity, STARTED_PLAYING } from '@laurel/contract/connect/postactivity';
import { Failure } from '../../http/failure.ts';
import { authenticate } from '../authenticate.ts';
import { requireGame } from '../games.ts';
import { savePresence } from '../presence.ts';
import { handle, validate } from '../request-handler.ts';

export default handle(postactivity, async (call, context) => {
  const player = await authenticate(call, context);
  const { a, m } = validate(postactivity, call);
  if (a !== STARTED_PLAYING) throw new Failure('access_denied');

  const game = await requireGame(context.store, m);
  await savePresence(context, player, game);
  return postactivity.present(undefined);
});
