import type { Random } from './random.ts';

/** A game that nobody knows yet. */
export interface InventedGame {
  readonly title: string;
  readonly genre: string;
  readonly developer: string;
}

const COLOURS = [
  'Amber',
  'Cobalt',
  'Crimson',
  'Golden',
  'Ivory',
  'Jade',
  'Scarlet',
  'Silver',
  'Violet',
  'Umber',
];
const MOODS = [
  'Distant',
  'Drowsy',
  'Forgotten',
  'Frozen',
  'Gentle',
  'Hidden',
  'Howling',
  'Lonely',
  'Merry',
  'Mossy',
];
const SIGHTS = [
  'Broken',
  'Clockwork',
  'Floating',
  'Glass',
  'Hollow',
  'Lantern',
  'Marble',
  'Paper',
  'Starlit',
  'Windy',
];
const ADJECTIVES = [...COLOURS, ...MOODS, ...SIGHTS];
const PLACES = [
  ...['Abbey', 'Archipelago', 'Bazaar', 'Bay', 'Canyon', 'Castle', 'Causeway', 'Cavern', 'Citadel', 'Delta'],
  ...['Docks', 'Fen', 'Forest', 'Garden', 'Glacier', 'Gorge', 'Harbor', 'Heath', 'Isle', 'Lagoon'],
  ...[
    'Library',
    'Lighthouse',
    'Marsh',
    'Meadow',
    'Mill',
    'Mines',
    'Observatory',
    'Orchard',
    'Palace',
    'Quarry',
  ],
  ...['Reef', 'Ruins', 'Sands', 'Shrine', 'Spires', 'Terrace', 'Tower', 'Valley', 'Viaduct', 'Woods'],
];
const HEROES = [
  ...[
    'Captain Plum',
    'Pip',
    'Professor Moss',
    'Nika',
    'Bolt',
    'Sir Acorn',
    'Tilda',
    'Grandma Fox',
    'Otto',
    'Juno',
  ],
  ...[
    'Agent Heron',
    'Baron Biscuit',
    'Little Yeti',
    'Marlow',
    'Mina',
    'Doctor Dune',
    'Koji',
    'Rosalind',
    'Tam',
    'Zeb',
  ],
];
const FOES = [
  ...['the Iron Magpie', 'Queen Nettle', 'the Tin Emperor', 'Old Mildew', 'the Clock Eater', 'General Frost'],
  ...['the Pale Kraken', 'Duke Cinder', 'the Weaver', 'the Hollow King', 'Madame Thorn', 'the Last Machine'],
];
const MACHINES = [
  'Comet',
  'Falcon',
  'Meteor',
  'Orbit',
  'Photon',
  'Quasar',
  'Rocket',
  'Sabre',
  'Thunder',
  'Vector',
];
const TROUBLES = ['Brawlers', 'Fury', 'Knuckles', 'Riot', 'Rumble', 'Showdown', 'Streets', 'Uprising'];
const STUDIOS = [
  'Blue Kettle',
  'Foxglove Soft',
  'Lantern Works',
  'Nimbus',
  'Oak & Wire',
  'Pocket Owl',
  'Tangram',
  'Yonder',
];

type Titler = (random: Random) => string;

const adventure: Titler = (random) => `${random.pick(HEROES)} and the ${inventedPlace(random)}`;
const legend: Titler = (random) =>
  `${random.pick(['Chronicles', 'Legend', 'Tales', 'Secret', 'Song'])} of ${inventedPlace(random)}`;

const GENRES: readonly (readonly [genre: string, titler: Titler])[] = [
  ['Platformer', adventure],
  [
    'Platformer',
    (random) => `Super ${random.pick(HEROES)} ${random.pick(['Land', 'World', 'Dash', 'Bounce'])}`,
  ],
  ['Action-Adventure', (random) => `${random.pick(HEROES)}: ${inventedPlace(random)}`],
  ['RPG', legend],
  ['RPG', (random) => `${random.pick(PLACES)} Saga: ${inventedPlace(random)}`],
  ["Shoot 'em Up", (random) => `${random.pick(ADJECTIVES)} ${random.pick(MACHINES)}`],
  ["Beat 'em Up", (random) => `${random.pick(PLACES)} ${random.pick(TROUBLES)}`],
  ['Strategy', (random) => `Battle for ${inventedPlace(random)}`],
  [
    'Puzzle',
    (random) =>
      `${random.pick(HEROES)}'s ${random.pick(ADJECTIVES)} ${random.pick(['Blocks', 'Tiles', 'Pairs', 'Maze'])}`,
  ],
  [
    'Racing',
    (random) => `${random.pick(PLACES)} ${random.pick(['Rally', 'Grand Prix', 'Racers', 'Circuit'])}`,
  ],
  [
    'Sports',
    (random) =>
      `${random.pick(HEROES)}'s ${random.pick(['Golf', 'Tennis', 'Soccer', 'Baseball', 'Ski Jump'])}`,
  ],
];

/** A game with a title that is not among those taken, which it joins. */
export function inventedGame(random: Random, taken: Set<string>): InventedGame {
  const [genre, titler] = random.pick(GENRES);
  const first = titler(random);
  let title = first;
  for (let part = 2; taken.has(title); part += 1) title = `${first} ${part}`;
  taken.add(title);
  return {
    title: random.chance(0.04) ? `~Homebrew~ ${title}` : title,
    genre,
    developer: random.pick(STUDIOS),
  };
}

/** A place that a game leads through, such as "Amber Canyon". */
export function inventedPlace(random: Random): string {
  return `${random.pick(ADJECTIVES)} ${random.pick(PLACES)}`;
}

/** Who stands at the end of a game. */
export function inventedFoe(random: Random): string {
  return random.pick(FOES);
}
