/** What the parts of a game are called, as in "Complete world 3", and how many there are (at most ten). */
export interface Parts {
  readonly name: string;
  readonly count: number;
}

/** A game that everybody knows: its facts, and what its parts are called. */
export interface KnownGame {
  readonly systemId: number;
  readonly title: string;
  readonly publisher: string;
  readonly developer: string;
  readonly genre: string;
  readonly released?: string;
  readonly parts: Parts;
}

type Row = readonly [number, string, string, string, string, string, number, string | null];

/** System, title, publisher, developer, genre, name and number of parts, first release; games 1, 2 and 3 first. */
const ROWS: readonly Row[] = [
  [1, 'Sonic the Hedgehog', 'Sega', 'Sonic Team', 'Platformer', 'zone', 7, '1991-06-23'],
  [1, 'Streets of Rage 2', 'Sega', 'Ancient', "Beat 'em Up", 'stage', 8, '1992-12-20'],
  [1, 'Golden Axe', 'Sega', 'Team Shinobi', "Beat 'em Up", 'stage', 6, '1989-12-23'],
  [3, 'Super Mario World', 'Nintendo', 'Nintendo EAD', 'Platformer', 'world', 7, '1990-11-21'],
  [2, 'Super Mario 64', 'Nintendo', 'Nintendo EAD', 'Platformer', 'course', 10, '1996-06-23'],
  [7, 'Super Mario Bros.', 'Nintendo', 'Nintendo R&D4', 'Platformer', 'world', 8, '1985-09-13'],
  [3, 'Super Metroid', 'Nintendo', 'Nintendo R&D1', 'Action-Adventure', 'area', 6, '1994-03-19'],
  [3, 'Chrono Trigger', 'Square', 'Square', 'RPG', 'chapter', 8, '1995-03-11'],
  [3, 'Donkey Kong Country', 'Nintendo', 'Rare', 'Platformer', 'world', 6, '1994-11-21'],
  [3, 'Mega Man X', 'Capcom', 'Capcom', 'Platformer', 'stage', 8, '1993-12-17'],
  [3, 'Final Fantasy VI', 'Square', 'Square', 'RPG', 'chapter', 6, '1994-04-02'],
  [3, 'EarthBound', 'Nintendo', 'Ape', 'RPG', 'chapter', 8, '1994-08-27'],
  [2, 'Banjo-Kazooie', 'Nintendo', 'Rare', 'Platformer', 'world', 9, '1998-06-29'],
  [2, 'Star Fox 64', 'Nintendo', 'Nintendo EAD', "Shoot 'em Up", 'mission', 7, '1997-04-27'],
  [2, 'Mario Kart 64', 'Nintendo', 'Nintendo EAD', 'Racing', 'cup', 4, '1996-12-14'],
  [7, 'The Legend of Zelda', 'Nintendo', 'Nintendo R&D4', 'Action-Adventure', 'labyrinth', 9, '1986-02-21'],
  [7, 'Mega Man 2', 'Capcom', 'Capcom', 'Platformer', 'stage', 8, '1988-12-24'],
  [7, 'Metroid', 'Nintendo', 'Nintendo R&D1', 'Action-Adventure', 'area', 5, '1986-08-06'],
  [7, 'Castlevania', 'Konami', 'Konami', 'Platformer', 'block', 6, '1986-09-26'],
  [7, 'Contra', 'Konami', 'Konami', "Shoot 'em Up", 'stage', 8, '1988-02-09'],
  [7, 'DuckTales', 'Capcom', 'Capcom', 'Platformer', 'land', 5, '1989-09-14'],
  [7, "Kirby's Adventure", 'Nintendo', 'HAL Laboratory', 'Platformer', 'level', 7, '1993-03-23'],
  [4, 'Tetris', 'Nintendo', 'Nintendo R&D1', 'Puzzle', 'level', 9, '1989-06-14'],
  [4, 'Super Mario Land', 'Nintendo', 'Nintendo R&D1', 'Platformer', 'world', 4, '1989-04-21'],
  [4, "Kirby's Dream Land", 'Nintendo', 'HAL Laboratory', 'Platformer', 'stage', 5, '1992-04-27'],
  [
    4,
    "The Legend of Zelda: Link's Awakening",
    'Nintendo',
    'Nintendo EAD',
    'Action-Adventure',
    'dungeon',
    8,
    '1993-06-06',
  ],
  [5, 'Metroid Fusion', 'Nintendo', 'Nintendo R&D1', 'Action-Adventure', 'sector', 6, '2002-11-18'],
  [5, 'Golden Sun', 'Nintendo', 'Camelot', 'RPG', 'chapter', 6, '2001-08-01'],
  [5, 'Advance Wars', 'Nintendo', 'Intelligent Systems', 'Strategy', 'mission', 10, '2001-09-10'],
  [6, 'Wario Land 3', 'Nintendo', 'Nintendo R&D1', 'Platformer', 'region', 4, '2000-03-21'],
  [6, 'Shantae', 'Capcom', 'WayForward', 'Platformer', 'labyrinth', 4, '2002-06-02'],
  [
    12,
    'Crash Bandicoot',
    'Sony Computer Entertainment',
    'Naughty Dog',
    'Platformer',
    'island',
    3,
    '1996-09-09',
  ],
  [12, 'Final Fantasy VII', 'Sony Computer Entertainment', 'Square', 'RPG', 'disc', 3, '1997-01-31'],
  [12, 'Castlevania: Symphony of the Night', 'Konami', 'Konami', 'Action-Adventure', 'area', 8, '1997-03-20'],
  [12, 'Metal Gear Solid', 'Konami', 'Konami', 'Action-Adventure', 'chapter', 6, '1998-09-03'],
  [
    12,
    'Spyro the Dragon',
    'Sony Computer Entertainment',
    'Insomniac Games',
    'Platformer',
    'world',
    6,
    '1998-09-09',
  ],
  [1, 'Sonic the Hedgehog 2', 'Sega', 'Sega Technical Institute', 'Platformer', 'zone', 10, '1992-11-21'],
  [1, 'Gunstar Heroes', 'Sega', 'Treasure', "Shoot 'em Up", 'stage', 7, '1993-09-09'],
  [1, 'Shinobi III: Return of the Ninja Master', 'Sega', 'Sega', 'Platformer', 'round', 7, '1993-07-23'],
  [1, 'Ristar', 'Sega', 'Sonic Team', 'Platformer', 'planet', 7, '1995-02-17'],
  [1, 'Phantasy Star IV', 'Sega', 'Sega', 'RPG', 'chapter', 6, '1993-12-17'],
  [1, 'Ecco the Dolphin', 'Sega', 'Novotrade', 'Action-Adventure', 'bay', 5, null],
  [8, "Bonk's Adventure", 'Hudson Soft', 'Red Company', 'Platformer', 'round', 5, '1989-12-15'],
  [11, 'Alex Kidd in Miracle World', 'Sega', 'Sega', 'Platformer', 'level', 10, '1986-11-01'],
  [11, 'Phantasy Star', 'Sega', 'Sega', 'RPG', 'chapter', 6, '1987-12-20'],
  [11, "Wonder Boy III: The Dragon's Trap", 'Sega', 'Westone', 'Platformer', 'area', 6, null],
  [15, 'Sonic Chaos', 'Sega', 'Aspect', 'Platformer', 'zone', 6, null],
  [25, 'Pitfall!', 'Activision', 'Activision', 'Platformer', 'screen', 8, null],
  [25, 'River Raid', 'Activision', 'Activision', "Shoot 'em Up", 'section', 8, null],
];

export const KNOWN_GAMES: readonly KnownGame[] = ROWS.map(
  ([systemId, title, publisher, developer, genre, name, count, released]) => ({
    systemId,
    title,
    publisher,
    developer,
    genre,
    parts: { name, count },
    ...(released !== null && { released }),
  }),
);
