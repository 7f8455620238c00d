/** A game that everybody knows: its facts, and what its parts are called. */
export interface KnownGame {
  readonly systemId: number;
  readonly title: string;
  readonly publisher: string;
  readonly developer: string;
  readonly genre: string;
  readonly released?: string;
  /** "Stage", "World", … as in "Complete world 3". */
  readonly part: string;
}

type Row = readonly [number, string, string, string, string, string, string | null];

/** System, title, publisher, developer, genre, name of a part, first release. The first three stand first. */
const ROWS: readonly Row[] = [
  [1, 'Sonic the Hedgehog', 'Sega', 'Sonic Team', 'Platformer', 'zone', '1991-06-23'],
  [1, 'Streets of Rage 2', 'Sega', 'Ancient', "Beat 'em Up", 'stage', '1992-12-20'],
  [1, 'Golden Axe', 'Sega', 'Team Shinobi', "Beat 'em Up", 'stage', '1989-12-23'],
  [3, 'Super Mario World', 'Nintendo', 'Nintendo EAD', 'Platformer', 'world', '1990-11-21'],
  [2, 'Super Mario 64', 'Nintendo', 'Nintendo EAD', 'Platformer', 'course', '1996-06-23'],
  [7, 'Super Mario Bros.', 'Nintendo', 'Nintendo R&D4', 'Platformer', 'world', '1985-09-13'],
  [3, 'Super Metroid', 'Nintendo', 'Nintendo R&D1', 'Action-Adventure', 'area', '1994-03-19'],
  [3, 'Chrono Trigger', 'Square', 'Square', 'RPG', 'chapter', '1995-03-11'],
  [3, 'Donkey Kong Country', 'Nintendo', 'Rare', 'Platformer', 'world', '1994-11-21'],
  [3, 'Mega Man X', 'Capcom', 'Capcom', 'Platformer', 'stage', '1993-12-17'],
  [3, 'Final Fantasy VI', 'Square', 'Square', 'RPG', 'chapter', '1994-04-02'],
  [3, 'EarthBound', 'Nintendo', 'Ape', 'RPG', 'chapter', '1994-08-27'],
  [2, 'Banjo-Kazooie', 'Nintendo', 'Rare', 'Platformer', 'world', '1998-06-29'],
  [2, 'Star Fox 64', 'Nintendo', 'Nintendo EAD', "Shoot 'em Up", 'mission', '1997-04-27'],
  [2, 'Mario Kart 64', 'Nintendo', 'Nintendo EAD', 'Racing', 'cup', '1996-12-14'],
  [7, 'The Legend of Zelda', 'Nintendo', 'Nintendo R&D4', 'Action-Adventure', 'labyrinth', '1986-02-21'],
  [7, 'Mega Man 2', 'Capcom', 'Capcom', 'Platformer', 'stage', '1988-12-24'],
  [7, 'Metroid', 'Nintendo', 'Nintendo R&D1', 'Action-Adventure', 'area', '1986-08-06'],
  [7, 'Castlevania', 'Konami', 'Konami', 'Platformer', 'block', '1986-09-26'],
  [7, 'Contra', 'Konami', 'Konami', "Shoot 'em Up", 'stage', '1988-02-09'],
  [7, 'DuckTales', 'Capcom', 'Capcom', 'Platformer', 'land', '1989-09-14'],
  [7, "Kirby's Adventure", 'Nintendo', 'HAL Laboratory', 'Platformer', 'level', '1993-03-23'],
  [4, 'Tetris', 'Nintendo', 'Nintendo R&D1', 'Puzzle', 'round', '1989-06-14'],
  [4, 'Super Mario Land', 'Nintendo', 'Nintendo R&D1', 'Platformer', 'world', '1989-04-21'],
  [4, "Kirby's Dream Land", 'Nintendo', 'HAL Laboratory', 'Platformer', 'stage', '1992-04-27'],
  [
    4,
    "The Legend of Zelda: Link's Awakening",
    'Nintendo',
    'Nintendo EAD',
    'Action-Adventure',
    'dungeon',
    '1993-06-06',
  ],
  [5, 'Metroid Fusion', 'Nintendo', 'Nintendo R&D1', 'Action-Adventure', 'sector', '2002-11-18'],
  [5, 'Golden Sun', 'Nintendo', 'Camelot', 'RPG', 'chapter', '2001-08-01'],
  [5, 'Advance Wars', 'Nintendo', 'Intelligent Systems', 'Strategy', 'mission', '2001-09-10'],
  [6, 'Wario Land 3', 'Nintendo', 'Nintendo R&D1', 'Platformer', 'region', '2000-03-21'],
  [6, 'Shantae', 'Capcom', 'WayForward', 'Platformer', 'labyrinth', '2002-06-02'],
  [12, 'Crash Bandicoot', 'Sony Computer Entertainment', 'Naughty Dog', 'Platformer', 'island', '1996-09-09'],
  [12, 'Final Fantasy VII', 'Sony Computer Entertainment', 'Square', 'RPG', 'chapter', '1997-01-31'],
  [12, 'Castlevania: Symphony of the Night', 'Konami', 'Konami', 'Action-Adventure', 'area', '1997-03-20'],
  [12, 'Metal Gear Solid', 'Konami', 'Konami', 'Action-Adventure', 'chapter', '1998-09-03'],
  [
    12,
    'Spyro the Dragon',
    'Sony Computer Entertainment',
    'Insomniac Games',
    'Platformer',
    'world',
    '1998-09-09',
  ],
  [1, 'Sonic the Hedgehog 2', 'Sega', 'Sega Technical Institute', 'Platformer', 'zone', '1992-11-21'],
  [1, 'Gunstar Heroes', 'Sega', 'Treasure', "Shoot 'em Up", 'stage', '1993-09-09'],
  [1, 'Shinobi III: Return of the Ninja Master', 'Sega', 'Sega', 'Platformer', 'round', '1993-07-23'],
  [1, 'Ristar', 'Sega', 'Sonic Team', 'Platformer', 'planet', '1995-02-17'],
  [1, 'Phantasy Star IV', 'Sega', 'Sega', 'RPG', 'chapter', '1993-12-17'],
  [1, 'Ecco the Dolphin', 'Sega', 'Novotrade', 'Action-Adventure', 'bay', null],
  [8, "Bonk's Adventure", 'Hudson Soft', 'Red Company', 'Platformer', 'round', '1989-12-15'],
  [11, 'Alex Kidd in Miracle World', 'Sega', 'Sega', 'Platformer', 'level', '1986-11-01'],
  [11, 'Phantasy Star', 'Sega', 'Sega', 'RPG', 'chapter', '1987-12-20'],
  [11, "Wonder Boy III: The Dragon's Trap", 'Sega', 'Westone', 'Platformer', 'area', null],
  [15, 'Sonic Chaos', 'Sega', 'Aspect', 'Platformer', 'zone', null],
  [25, 'Pitfall!', 'Activision', 'Activision', 'Platformer', 'screen', null],
  [25, 'River Raid', 'Activision', 'Activision', "Shoot 'em Up", 'section', null],
];

export const KNOWN_GAMES: readonly KnownGame[] = ROWS.map(
  ([systemId, title, publisher, developer, genre, part, released]) => ({
    systemId,
    title,
    publisher,
    developer,
    genre,
    part,
    ...(released !== null && { released }),
  }),
);
