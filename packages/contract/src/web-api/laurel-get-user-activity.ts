import { Type } from 'typebox';
import { plainDate } from '../dates.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, user } from '../params.ts';

/** The days on which a user has unlocked something, the newest first. */
export type UserActivity = readonly {
  /** A moment of the day, in whole seconds since 1970. */
  readonly at: number;
  readonly achieved: number;
  readonly achievedHardcore: number;
}[];

const Unlocks = Type.Integer({ minimum: 1, description: 'Each achievement once, when it was unlocked.' });

const Day = Type.Object({
  Date: Type.String({
    pattern: '^\\d{4}-\\d\\d-\\d\\d$',
    description: 'A day in UTC, as in `2023-10-27`.',
  }),
  NumAchieved: Unlocks,
  NumAchievedHardcore: Type.Integer({ minimum: 0, description: 'Those of them that are in hardcore.' }),
});

export const laurelGetUserActivity = defineEndpoint({
  name: 'LaurelGetUserActivity',
  summary: 'User Activity',
  description: 'The days on which a user has unlocked something, and how much, the newest first.',
  tag: 'Laurel',
  documentation: null,
  params: {
    u: user('The target username or ULID.'),
    c: count({ default: 100, max: 500, above: 'cut' }),
  },
  arguments: { u: 'username', c: 'count' },
  response: Type.Array(Day),
  example: {
    query: { u: 'MaxMilyin', c: '2' },
    response: [
      { Date: '2023-10-26', NumAchieved: 7, NumAchievedHardcore: 5 },
      { Date: '2023-10-25', NumAchieved: 11, NumAchievedHardcore: 3 },
    ],
  },
  present: (days: UserActivity) =>
    days.map(({ at, achieved, achievedHardcore }) => ({
      Date: plainDate(at).slice(0, 10),
      NumAchieved: achieved,
      NumAchievedHardcore: achievedHardcore,
    })),
});
