import { type Static, Type } from 'typebox';
import { badgeName } from './connect/pictures.ts';
import { PlainDate, plainDate } from './dates.ts';
import { Amount, flag, Id, nullable, Path, Ulid } from './schemas.ts';

/** An unlock, with what it is of, as lists of them show it. Times are whole seconds since 1970. */
export interface ShownUnlock {
  readonly awardedAt: number;
  readonly hardcore: boolean;
  readonly achievementId: number;
  readonly title: string;
  readonly description: string;
  /** The name of a picture, `108302`; empty for an achievement without one. */
  readonly badge: string;
  readonly points: number;
  readonly trueRatio: number;
  readonly kind: 'progression' | 'win_condition' | 'missable' | null;
  readonly author: string;
  /** Null where the author is not a user. */
  readonly authorUlid: string | null;
  readonly gameTitle: string;
  /** The path of a picture: `/Images/028399.png`. */
  readonly gameIcon: string;
  readonly gameId: number;
  readonly systemName: string;
}

export const SHOWN_UNLOCK_FIELDS = {
  Date: PlainDate,
  HardcoreMode: Type.Enum([0, 1], { description: '1 if unlocked in hardcore, else 0.' }),
  AchievementID: Id,
  Title: Type.String(),
  Description: Type.String(),
  BadgeName: Type.String(),
  Points: Amount,
  TrueRatio: Type.Integer({
    minimum: 0,
    description: 'RetroPoints: the points, worth more the rarer it is.',
  }),
  Type: nullable(Type.Enum(['progression', 'win_condition', 'missable'])),
  Author: Type.String(),
  AuthorULID: nullable(Ulid),
  GameTitle: Type.String(),
  GameIcon: Path,
  GameID: Id,
  ConsoleName: Type.String(),
  BadgeURL: Path,
  GameURL: Type.String({ description: 'The path of the game on the website.' }),
};

const Fields = Type.Object(SHOWN_UNLOCK_FIELDS);

/** An unlock as the wire has it. */
export function presentShownUnlock(unlock: ShownUnlock): Static<typeof Fields> {
  const badge = badgeName({ id: unlock.achievementId, badge: unlock.badge });
  return {
    Date: plainDate(unlock.awardedAt),
    HardcoreMode: flag(unlock.hardcore),
    AchievementID: unlock.achievementId,
    Title: unlock.title,
    Description: unlock.description,
    BadgeName: badge,
    Points: unlock.points,
    TrueRatio: unlock.trueRatio,
    Type: unlock.kind,
    Author: unlock.author,
    AuthorULID: unlock.authorUlid,
    GameTitle: unlock.gameTitle,
    GameIcon: unlock.gameIcon,
    GameID: unlock.gameId,
    ConsoleName: unlock.systemName,
    BadgeURL: `/Badge/${badge}.png`,
    GameURL: `/game/${unlock.gameId}`,
  };
}
