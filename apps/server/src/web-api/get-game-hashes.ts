import { getGameHashes } from '@laurel/contract/web-api/get-game-hashes';
import { Failure } from '../http/failure.ts';
import { handle } from './endpoint-handler.ts';

export default handle(
  getGameHashes,
  async ({ i }, state) => {
    const hashes = await state.gameHashes(i);
    if (hashes === undefined) throw new Failure('not_found', { title: 'There is no game with this ID.' });
    return hashes;
  },
  () => ({}),
);
