import Type from 'typebox';
import * as Field from './fields.ts';

/**
 * The records of a world file (WORLD_FORMAT.md), one schema for each type. The order of the fields is the
 * order in which they are written.
 */
export const WORLD_RECORDS = {
  system: Type.Object(
    {
      type: Type.Literal('system'),
      id: Field.Id,
      name: Field.Text,
      active: Type.Optional(Field.Flag),
      iconUrl: Type.Optional(Field.Text),
    },
    { additionalProperties: false },
  ),
  game: Type.Object(
    {
      type: Type.Literal('game'),
      id: Field.Id,
      systemId: Field.Id,
      title: Field.Text,
      icon: Type.Optional(Field.Text),
      imageTitle: Type.Optional(Field.Text),
      imageIngame: Type.Optional(Field.Text),
      imageBoxArt: Type.Optional(Field.Text),
      publisher: Type.Optional(Field.Text),
      developer: Type.Optional(Field.Text),
      genre: Type.Optional(Field.Text),
      released: Type.Optional(Field.CalendarDate),
      richPresence: Type.Optional(Field.Script),
      hashes: Type.Optional(Field.Hashes),
    },
    { additionalProperties: false },
  ),
  achievement: Type.Object(
    {
      type: Type.Literal('achievement'),
      id: Field.Id,
      gameId: Field.Id,
      title: Field.Text,
      description: Field.Text,
      points: Field.PointValue,
      kind: Type.Optional(Field.AchievementKind),
      promoted: Type.Optional(Field.Flag),
      author: Type.Optional(Field.Username),
      badge: Type.Optional(Field.Text),
      trigger: Type.Optional(Field.Script),
      order: Type.Optional(Field.Order),
      createdAt: Type.Optional(Field.Time),
      modifiedAt: Type.Optional(Field.Time),
    },
    { additionalProperties: false },
  ),
  leaderboard: Type.Object(
    {
      type: Type.Literal('leaderboard'),
      id: Field.Id,
      gameId: Field.Id,
      title: Field.Text,
      description: Field.Text,
      format: Field.Text,
      lowerIsBetter: Type.Optional(Field.Flag),
      definition: Type.Optional(Field.Script),
      order: Type.Optional(Field.Order),
    },
    { additionalProperties: false },
  ),
  user: Type.Object(
    {
      type: Type.Literal('user'),
      username: Field.Username,
      id: Type.Optional(Field.Id),
      ulid: Type.Optional(Field.Ulid),
      joinedAt: Type.Optional(Field.Time),
      motto: Type.Optional(Field.Text),
      untracked: Type.Optional(Field.Flag),
    },
    { additionalProperties: false },
  ),
  unlock: Type.Object(
    {
      type: Type.Literal('unlock'),
      user: Field.Username,
      achievementId: Field.Id,
      at: Field.Time,
      hardcore: Field.Flag,
    },
    { additionalProperties: false },
  ),
  award: Type.Object(
    {
      type: Type.Literal('award'),
      user: Field.Username,
      gameId: Field.Id,
      kind: Field.AwardKind,
      at: Field.Time,
    },
    { additionalProperties: false },
  ),
  score: Type.Object(
    {
      type: Type.Literal('score'),
      user: Field.Username,
      leaderboardId: Field.Id,
      value: Field.ScoreValue,
      at: Field.Time,
    },
    { additionalProperties: false },
  ),
};

export type WorldRecordType = keyof typeof WORLD_RECORDS;

/** A record of each type as plain values: times are whole seconds since 1970. */
export type WorldRecords = { [T in WorldRecordType]: Type.StaticDecode<(typeof WORLD_RECORDS)[T]> };
export type WorldRecord = WorldRecords[WorldRecordType];
