import type { GameHash, GameRecord, LeaderboardRecord } from '@laurel/domain';
import type { Random } from './random.ts';

/** The paths of a game's pictures. */
export function pictures(
  gameId: number,
): Pick<GameRecord, 'icon' | 'imageTitle' | 'imageIngame' | 'imageBoxArt'> {
  const path = (index: number) => `/Images/${String(10000 + gameId * 4 + index).padStart(6, '0')}.png`;
  return { icon: path(0), imageTitle: path(1), imageIngame: path(2), imageBoxArt: path(3) };
}

/** A hash that belongs to no real file. */
export function gameHash(random: Random, title: string): GameHash {
  const md5 = Array.from({ length: 32 }, () => random.between(0, 15).toString(16)).join('');
  return { md5, name: `${title.replaceAll(/[^A-Za-z0-9 ~'!.-]/g, '')} (World)`, labels: ['demo'] };
}

/** "The byte has just become this": the usual form of a condition. */
export function trigger(random: Random): string {
  const [byte, value] = [address(random), random.between(1, 40)];
  return `0xH${byte}=${value}_d0xH${byte}=${value - 1}`;
}

export function richPresence(random: Random, title: string): string {
  return [
    'Format:Lives',
    'FormatType=VALUE',
    '',
    'Display:',
    `?0xH${address(random)}=0?On the title screen of ${title}`,
    `Playing ${title}, lives left: @Lives(0xH${address(random)})`,
  ].join('\n');
}

/** A score and a time to beat. */
export function leaderboardsOf(random: Random, gameId: number, lastId: number): LeaderboardRecord[] {
  const definition = () => {
    const [state, value] = [address(random), address(random)];
    return `STA:0xH${state}=1::CAN:0xH${state}=0::SUB:0xH${state}=2::VAL:0xX${value}`;
  };
  return [
    {
      type: 'leaderboard',
      id: lastId + 1,
      gameId,
      title: 'High Score',
      description: 'The most points in one game',
      format: 'SCORE',
      lowerIsBetter: false,
      definition: definition(),
      order: 1,
    },
    {
      type: 'leaderboard',
      id: lastId + 2,
      gameId,
      title: 'Against the Clock',
      description: 'The shortest time from start to finish',
      format: 'TIME',
      lowerIsBetter: true,
      definition: definition(),
      order: 2,
    },
  ];
}

function address(random: Random): string {
  return random.between(0xc000, 0xffff).toString(16).padStart(6, '0');
}
