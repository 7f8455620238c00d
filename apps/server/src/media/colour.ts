import type { Rgb } from './png.ts';

/**
 * A colour by hue (in turns), saturation and lightness (both from 0 to 1), as in CSS.
 *
 * @example hsl(0, 1, 0.5) // [255, 0, 0]
 */
export function hsl(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (shift: number): number => {
    const position = (shift + hue * 12) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(position - 3, 9 - position, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}

/** A colour between two: the first at 0, the second at 1. */
export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (a: number, b: number): number => Math.round(a + (b - a) * share);
  return [channel(from[0], to[0]), channel(from[1], to[1]), channel(from[2], to[2])];
}

/** A colour as what is locked shows it: grey, and darker. */
export function dimmed([red, green, blue]: Rgb): Rgb {
  const grey = Math.round(0.6 * (0.299 * red + 0.587 * green + 0.114 * blue));
  return [grey, grey, grey];
}
