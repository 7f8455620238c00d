import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodePng } from './png.ts';

/** The chunks of a PNG: how each is called, what is in it, and whether its checksum is right. */
function chunksOf(png: Buffer) {
  const chunks: { type: string; data: Buffer; isIntact: boolean }[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const content = png.subarray(at + 4, at + 8 + length);
    chunks.push({
      type: content.toString('latin1', 0, 4),
      data: content.subarray(4),
      isIntact: png.readUInt32BE(at + 8 + length) === crc32(content),
    });
    at += 12 + length;
  }
  return chunks;
}

describe('a PNG', () => {
  const png = encodePng(2, (x, y) => [x * 255, y * 255, 7]);
  const chunks = chunksOf(png);

  it('has the signature and the chunks of one', () => {
    expect(png.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    expect(chunks.map(({ type, isIntact }) => [type, isIntact])).toEqual([
      ['IHDR', true],
      ['IDAT', true],
      ['IEND', true],
    ]);
  });

  it('says its size and its kind', () => {
    expect([...(chunks[0]?.data ?? [])]).toEqual([0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0]);
  });

  it('holds each line from the top, unfiltered', () => {
    expect([...inflateSync(chunks[1]?.data ?? Buffer.alloc(0))]).toEqual(
      [
        [0, 0, 0, 7, 255, 0, 7],
        [0, 0, 255, 7, 255, 255, 7],
      ].flat(),
    );
  });
});
