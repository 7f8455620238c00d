import { patch } from '@laurel/contract/connect/patch';
import { Failure } from '../../http/failure.ts';
import { authenticate } from '../authenticate.ts';
import { findDefinition } from '../games.ts';
import { handle, validate } from '../request-handler.ts';

export default handle(patch, async (call, context) => {
  const player = await authenticate(call, context);
  const { g, m, f } = validate(patch, call);
  if (g === undefined && m === undefined) throw new Failure('missing_parameter');

  const { store } = context;
  const gameId = g || (m === undefined ? undefined : await store.findGameByHash(m));
  const definition = await findDefinition(store, gameId, { origin: call.origin, player, which: f });
  return patch.present(definition);
});
