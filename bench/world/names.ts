const FIRSTS = [
  'Atomic',
  'Bit',
  'Cosmic',
  'Dusty',
  'Echo',
  'Fuzzy',
  'Hyper',
  'Ivy',
  'Jolly',
  'Lunar',
  'Neon',
];
const SECONDS = [
  'Badger',
  'Crow',
  'Duck',
  'Eel',
  'Fox',
  'Goat',
  'Heron',
  'Ibex',
  'Koi',
  'Lynx',
  'Moth',
  'Newt',
];
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The username of a player: no two players share one. */
export function usernameOf(player: number): string {
  return `${FIRSTS[player % FIRSTS.length]}${SECONDS[player % SECONDS.length]}${player}`;
}

/** The ULID of a player who joined at this time, in seconds since 1970. */
export function ulidOf(player: number, joinedAt: number): string {
  return crockford(joinedAt * 1000, 10) + crockford(player, 16);
}

function crockford(value: number, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) {
    text = `${CROCKFORD[rest % 32]}${text}`;
  }
  return text;
}
