import { crc32, deflateSync } from 'node:zlib';

/** A colour: red, green and blue, each from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TRUE_COLOUR = 2;

/**
 * A square picture as PNG (W3C PNG, third edition): 8 bits a channel, no transparency.
 *
 * @param side in pixels
 * @param colourAt the colour of the pixel in this column and row, both counted from 0
 */
export function encodePng(side: number, colourAt: (x: number, y: number) => Rgb): Buffer {
  const lineLength = 1 + 3 * side;
  // Each line starts with the number of its filter; 0 is none.
  const lines = Buffer.alloc(side * lineLength);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) lines.set(colourAt(x, y), y * lineLength + 1 + 3 * x);
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(side)),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function header(side: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(side, 0);
  data.writeUInt32BE(side, 4);
  data.set([8, TRUE_COLOUR], 8);
  return data;
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(4 + content.length + 4);
  frame.writeUInt32BE(data.length, 0);
  frame.set(content, 4);
  frame.writeUInt32BE(crc32(content), 4 + content.length);
  return frame;
}
