import type { Random } from './random.ts';

/** Those who make the sets; users as well. */
export const AUTHORS = [
  ...['Scott', 'Amberwing', 'BrassOwl', 'Delphin', 'HexCartridge', 'Kettledrum'],
  ...['LatticeFox', 'Mirrorlake', 'OddParity', 'PalmTree64', 'Quillfeather', 'Tonberry'],
];

const FIRSTS = [
  ...[
    'Arcade',
    'Atomic',
    'Binary',
    'Bitter',
    'Blocky',
    'Bright',
    'Brave',
    'Chrome',
    'Clever',
    'Copper',
    'Cosmic',
  ],
  ...[
    'Crispy',
    'Dizzy',
    'Dusty',
    'Electric',
    'Fuzzy',
    'Hyper',
    'Humble',
    'Jolly',
    'Lazy',
    'Lucky',
    'Lunar',
    'Mega',
  ],
  ...[
    'Midnight',
    'Mighty',
    'Neon',
    'Noble',
    'Pixel',
    'Plucky',
    'Quiet',
    'Rapid',
    'Retro',
    'Rusty',
    'Salty',
    'Shady',
  ],
  ...['Silent', 'Solar', 'Spicy', 'Swift', 'Tiny', 'Turbo', 'Ultra', 'Velvet', 'Wild', 'Wooden', 'Zesty'],
];
const SECONDS = [
  ...[
    'Badger',
    'Bandit',
    'Baron',
    'Bear',
    'Beetle',
    'Bison',
    'Cactus',
    'Cat',
    'Cobra',
    'Coder',
    'Crow',
    'Dragon',
  ],
  ...[
    'Falcon',
    'Ferret',
    'Fox',
    'Gamer',
    'Gecko',
    'Ghost',
    'Goose',
    'Hero',
    'Joystick',
    'Knight',
    'Koala',
    'Lemur',
  ],
  ...['Lynx', 'Mage', 'Mole', 'Moth', 'Ninja', 'Otter', 'Owl', 'Panda', 'Pilot', 'Pirate', 'Player', 'Raven'],
  ...[
    'Robot',
    'Rogue',
    'Shark',
    'Sloth',
    'Tiger',
    'Toad',
    'Viking',
    'Walrus',
    'Wizard',
    'Wolf',
    'Yeti',
    'Zebra',
  ],
];

/** A username that is not among those taken (in lower case), which it joins. */
export function inventedName(random: Random, taken: Set<string>): string {
  for (;;) {
    const plain = random.pick(FIRSTS) + random.pick(SECONDS);
    const cased = random.chance(0.3) ? plain.toLowerCase() : plain;
    const name = random.chance(0.2) ? cased : `${cased}${random.between(1, random.chance(0.5) ? 99 : 2010)}`;
    const key = name.toLowerCase();
    if (name.length > 20 || taken.has(key)) continue;
    taken.add(key);
    return name;
  }
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID of that second. */
export function inventedUlid(random: Random, at: number): string {
  let time = '';
  for (let rest = at * 1000; time.length < 10; rest = Math.floor(rest / 32)) {
    time = CROCKFORD.charAt(rest % 32) + time;
  }
  return time + Array.from({ length: 16 }, () => CROCKFORD.charAt(random.between(0, 31))).join('');
}

const MOTTOS = [
  ...['One more try.', 'Press start.', 'Blow on the cartridge.', 'Hardcore or nothing', 'Slow and steady'],
  ...['¡Insert coin!', 'まだまだ', 'Set requests are closed', 'Speedrunning backwards', '8 bits are enough'],
];

export function inventedMotto(random: Random): string {
  return random.pick(MOTTOS);
}
