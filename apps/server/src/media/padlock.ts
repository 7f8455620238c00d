import { encodePng, type Rgb } from './png.ts';

/** A padlock, one character for each square of the picture. */
const PADLOCK = [
  '................',
  '................',
  '......####......',
  '.....######.....',
  '....##....##....',
  '....##....##....',
  '....##....##....',
  '...####..####...',
  '...####..####...',
  '...####..####...',
  '...####..####...',
  '...####..####...',
  '...####..####...',
  '...####..####...',
  '................',
  '................',
];

const GROUND: Rgb = [38, 38, 42];
const FIGURE: Rgb = [118, 118, 126];

/** What is shown of a locked badge of which only the unlocked picture is there. @param side in pixels */
export function padlock(side: number): Buffer {
  return encodePng(side, (x, y) => {
    const row = PADLOCK[Math.floor((y * PADLOCK.length) / side)] ?? '';
    return row[Math.floor((x * row.length) / side)] === '#' ? FIGURE : GROUND;
  });
}
