import { gameid } from '@laurel/contract/connect/gameid';
import { handle, validate } from '../request-handler.ts';

export default handle(gameid, async (call, { store }) => {
  const { m } = validate(gameid, call);
  return gameid.present({ gameId: await store.findGameByHash(m) });
});
