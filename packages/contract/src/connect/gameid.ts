import { romHash } from './params.ts';
import { defineConnectRequest } from './request.ts';

/** Read by rcheevos in `rc_api_runtime.c` (`rc_api_process_resolve_hash_response`). */
export const gameid = defineConnectRequest({
  name: 'gameid',
  description: 'Which game a ROM is, by its hash. No credentials.',
  params: { m: romHash('MD5 of the ROM, as the emulator makes it for its system.') },
  present: ({ gameId }: { readonly gameId: number | undefined }) => ({
    Success: true,
    GameID: gameId ?? 0,
  }),
});
