import { achievementsets } from '@laurel/contract/connect/achievementsets';
import { Failure } from '../../http/failure.ts';
import { authenticate } from '../authenticate.ts';
import { findDefinition } from '../games.ts';
import { handle, validate } from '../request-handler.ts';

export default handle(achievementsets, async (call, context) => {
  const player = await authenticate(call, context);
  const { g, m, f } = validate(achievementsets, call);
  if (g === undefined && m === undefined) throw new Failure('missing_parameter');

  const { store } = context;
  const gameId = m === undefined ? g : await store.findGameByHash(m);
  const definition = await findDefinition(store, gameId, { origin: call.origin, player, which: f });
  return achievementsets.present(definition);
});
