import { type GameDefinition, presentAchievements, presentLeaderboards } from './game-definition.ts';
import { id, optional, promotion, romHash } from './params.ts';
import { pictureUrl } from './pictures.ts';
import { defineConnectRequest } from './request.ts';

/** Read by rcheevos in `rc_api_runtime.c` (`rc_api_process_fetch_game_data_response`). */
export const patch = defineConnectRequest({
  name: 'patch',
  description: 'A game and its achievements; emulators before 2025.',
  params: {
    g: optional(id('The game. One of g and m is needed.')),
    m: optional(romHash('MD5 of the ROM; counts where g is not there or 0.')),
    f: promotion(),
  },
  present: (definition: GameDefinition) => ({
    Success: true,
    PatchData: {
      ID: definition.game.id,
      Title: definition.game.title,
      ConsoleID: definition.game.systemId,
      ImageIcon: definition.game.icon,
      ImageIconURL: pictureUrl(definition.origin, definition.game.icon),
      Achievements: presentAchievements(definition),
      Leaderboards: presentLeaderboards(definition),
      RichPresencePatch: definition.game.richPresence,
      ParentID: definition.game.id,
    },
  }),
});
