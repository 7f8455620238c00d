import type { WorldRecord } from '@laurel/domain';

/** MD5 of the ROM of game 77. */
export const TINY_HASH = '0123456789abcdef0123456789abcdef';

/** When the achievements below were made. */
export const CREATED = 1_600_000_000;

const achievement = {
  type: 'achievement',
  gameId: 77,
  description: 'D',
  createdAt: CREATED,
  modifiedAt: CREATED,
} as const;

/**
 * Game 77 with six promoted achievements (9 to 14, of 5, 10, 25, 1, 2 and 3 points) and an unpromoted one
 * (20); game 78 without any.
 */
export const TINY_WORLD: readonly WorldRecord[] = [
  { type: 'system', id: 7, name: 'NES' },
  {
    type: 'game',
    id: 77,
    systemId: 7,
    title: 'Tiny',
    icon: '/Images/000011.png',
    richPresence: 'Display:\nPlaying',
    hashes: [{ md5: TINY_HASH }],
  },
  { type: 'game', id: 78, systemId: 7, title: 'Bare' },
  {
    ...achievement,
    id: 9,
    title: 'Nine',
    points: 5,
    trigger: '0xH0010>=100',
    author: 'Scott',
    badge: '00234',
    order: 2,
  },
  { ...achievement, id: 10, title: 'Ten', points: 10, order: 1 },
  { ...achievement, id: 11, title: 'Eleven', points: 25, order: 3 },
  { ...achievement, id: 12, title: 'Twelve', points: 1, order: 4 },
  { ...achievement, id: 13, title: 'Thirteen', points: 2, order: 5 },
  { ...achievement, id: 14, title: 'Fourteen', points: 3, order: 6 },
  { ...achievement, id: 20, title: 'Draft', points: 50, promoted: false, order: 0 },
  {
    type: 'leaderboard',
    id: 4,
    gameId: 77,
    title: 'Fastest',
    description: 'D',
    format: 'TIME',
    lowerIsBetter: true,
    definition: 'STA:0xH0010=1::CAN:0=1::SUB:0=0::VAL:0xH0011',
  },
  { type: 'user', username: 'Alice' },
  { type: 'user', username: 'Bob' },
];
