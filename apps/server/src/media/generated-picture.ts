import { createHash } from 'node:crypto';
import { dimmed, hsl, mix } from './colour.ts';
import { encodePng, type Rgb } from './png.ts';

/** Cells on each side of the pattern, half of which mirrors the other. */
const CELLS = 5;
/** The part of a cell that is drawn around the pattern, on each side. */
const MARGIN = 0.75;

/**
 * A picture for what has none: a pattern of cells, mirrored left to right, in a colour of its own. The same
 * subject has the same picture, everywhere and at any time.
 *
 * @param side in pixels
 */
export function generatedPicture(subject: string, side: number, options: { locked: boolean }): Buffer {
  const pattern = patternOf(subject);
  return encodePng(side, (x, y) => {
    const colour = pattern((x + 0.5) / side, (y + 0.5) / side);
    return options.locked ? dimmed(colour) : colour;
  });
}

/** The colour at a place, both from 0 to 1. */
type Pattern = (x: number, y: number) => Rgb;

function patternOf(subject: string): Pattern {
  const bytes = createHash('sha256').update(subject.toLowerCase()).digest();
  const hue = bytes.readUInt16BE(0) / 65_536;
  const ground: readonly [Rgb, Rgb] = [hsl(hue, 0.45, 0.3), hsl(hue + 0.08, 0.5, 0.18)];
  const figure: readonly [Rgb, Rgb] = [hsl(hue, 0.75, 0.74), hsl(hue + 0.1, 0.7, 0.58)];
  const half = Math.ceil(CELLS / 2);
  const isFilled = (column: number, row: number): boolean =>
    ((bytes[2 + row * half + Math.min(column, CELLS - 1 - column)] ?? 0) & 1) === 1;

  return (x, y) => {
    const column = x * (CELLS + 2 * MARGIN) - MARGIN;
    const row = y * (CELLS + 2 * MARGIN) - MARGIN;
    const isInside = column >= 0 && column < CELLS && row >= 0 && row < CELLS;
    const [top, bottom] = isInside && isFilled(Math.floor(column), Math.floor(row)) ? figure : ground;
    return mix(top, bottom, y);
  };
}
