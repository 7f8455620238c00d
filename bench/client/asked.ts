import {
  type Authorization,
  getAchievementDistribution,
  getAchievementUnlocks,
  getUserCompletionProgress,
  getUserProgress,
} from '../../packages/client/src/index.ts';
import { usernameOf } from '../world/names.ts';
import { heaviestPlayer, type World } from '../world/world.ts';

/** One row of the table: what is asked for, through the client and as a path. */
export interface Asked {
  readonly name: string;
  readonly path: (user: string) => string;
  readonly call: (authorization: Authorization, user: string) => Promise<object>;
}

const API = '/API/API_Get';

/** Each endpoint as it is asked by default, and the longest page that there is. */
export const ASKED: readonly Asked[] = [
  {
    name: 'getUserProgress, 3 games',
    path: (user) => `${API}UserProgress.php?u=${user}&i=1%2C2%2C3`,
    call: (authorization, username) => getUserProgress(authorization, { username, gameIds: [1, 2, 3] }),
  },
  {
    name: 'getAchievementDistribution',
    path: () => `${API}AchievementDistribution.php?i=1`,
    call: (authorization) => getAchievementDistribution(authorization, { gameId: 1 }),
  },
  {
    name: 'getAchievementUnlocks, 50',
    path: () => `${API}AchievementUnlocks.php?a=1`,
    call: (authorization) => getAchievementUnlocks(authorization, { achievementId: 1 }),
  },
  {
    name: 'getUserCompletionProgress, 100',
    path: (user) => `${API}UserCompletionProgress.php?u=${user}`,
    call: (authorization, username) => getUserCompletionProgress(authorization, { username }),
  },
  {
    name: 'getAchievementUnlocks, 500',
    path: () => `${API}AchievementUnlocks.php?a=1&c=500`,
    call: (authorization) => getAchievementUnlocks(authorization, { achievementId: 1, count: 500 }),
  },
];

/** Whom the rows are about: the player with the most games. */
export function userOf(world: World): string {
  return usernameOf(heaviestPlayer(world));
}
