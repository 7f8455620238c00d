import { type GameDefinition, presentAchievements, presentLeaderboards } from './game-definition.ts';
import { id, optional, promotion, romHash } from './params.ts';
import { pictureUrl } from './pictures.ts';
import { defineConnectRequest } from './request.ts';

/**
 * Read by rcheevos in `rc_api_runtime.c` (`rc_api_process_fetch_game_sets_response`). A game has one set, and
 * `rc_client` refuses a game with none, so there is one even where it is empty.
 */
export const achievementsets = defineConnectRequest({
  name: 'achievementsets',
  description: 'A game, found by the hash of its ROM, and its achievements.',
  params: {
    g: optional(id('The game; counts where m is not there. One of g and m is needed.')),
    m: optional(romHash('MD5 of the ROM.')),
    f: promotion(),
  },
  present(definition: GameDefinition) {
    const { game, origin } = definition;
    const icon = pictureUrl(origin, game.icon);
    return {
      Success: true,
      GameId: game.id,
      Title: game.title,
      ImageIconUrl: icon,
      RichPresenceGameId: game.id,
      RichPresencePatch: game.richPresence,
      ConsoleId: game.systemId,
      Sets: [
        {
          Title: game.title,
          Type: 'core',
          AchievementSetId: game.id,
          GameId: game.id,
          ImageIconUrl: icon,
          Achievements: presentAchievements(definition),
          Leaderboards: presentLeaderboards(definition),
        },
      ],
    };
  },
});
