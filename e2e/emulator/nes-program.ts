import { createHash } from 'node:crypto';

/** Where the program keeps its counter: one more each frame, from 255 back to 0. */
export const FRAME_COUNTER_ADDRESS = 0x0010;

const HEADER_SIZE = 16;
const PRG_SIZE = 16 * 1024;
const CHR_SIZE = 8 * 1024;
const PRG_START = 0xc000;
const VECTORS = 0xfffa;

/** A byte; or `name:` (this is here), `=name` (its address, two bytes), `~name` (a branch to it, one byte). */
type Item = number | string;

// The registers of the console: PPU $2000 control, $2001 mask, $2002 status; APU $4010 samples, $4017 frame timer.
const PROGRAM: readonly Item[] = [
  'reset:',
  0x78, //               sei          no interrupts but the one at the end of each frame
  0xd8, //               cld
  0xa2,
  0x40, //         ldx #$40
  0x8e,
  0x17,
  0x40, //   stx $4017    nor the timer's
  0xa2,
  0xff, //         ldx #$ff
  0x9a, //               txs          an empty stack
  0xe8, //               inx          x = 0
  0x8e,
  0x00,
  0x20, //   stx $2000    not yet the frame's either
  0x8e,
  0x01,
  0x20, //   stx $2001    a blank screen
  0x8e,
  0x10,
  0x40, //   stx $4010    nor that of samples
  0x8a, //               txa          a = 0
  'clear:', //                        the first page of memory to 0
  0x95,
  0x00, //         sta $00,x
  0xe8, //               inx
  0xd0,
  '~clear', //     bne clear
  0x2c,
  0x02,
  0x20, //   bit $2002    a frame's end from before the reset does not count
  'warm-up-1:', //                    the PPU is ready when two frames have ended
  0x2c,
  0x02,
  0x20, //   bit $2002
  0x10,
  '~warm-up-1', // bpl warm-up-1
  'warm-up-2:',
  0x2c,
  0x02,
  0x20, //   bit $2002
  0x10,
  '~warm-up-2', // bpl warm-up-2
  0xa9,
  0x80, //         lda #$80
  0x8d,
  0x00,
  0x20, //   sta $2000    from here on an interrupt at the end of each frame
  'idle:',
  0x4c,
  '=idle', //      jmp idle
  'frame:',
  0xe6,
  FRAME_COUNTER_ADDRESS, // inc $10
  'ignore:',
  0x40, //               rti
];

/**
 * Assembles the smallest well-behaved NES program: it counts frames at {@link FRAME_COUNTER_ADDRESS}.
 *
 * @param tag written into the unused end of the program, so that each tag gives another ROM with another hash.
 * @returns the bytes of an iNES file: mapper 0 (NROM), 16 KiB of program, 8 KiB of empty pictures.
 * @throws RangeError when the tag has more than 256 bytes.
 */
export function frameCounterRom(tag = 'laurel'): Uint8Array {
  const tagBytes = new TextEncoder().encode(tag);
  if (tagBytes.length > 256) throw new RangeError('The tag has more than 256 bytes.');

  const { code, labels } = assemble(PROGRAM, PRG_START);
  const rom = new Uint8Array(HEADER_SIZE + PRG_SIZE + CHR_SIZE);
  rom.set([0x4e, 0x45, 0x53, 0x1a, PRG_SIZE / 0x4000, CHR_SIZE / 0x2000]); // "NES", end of file, sizes in banks
  rom.set(code, HEADER_SIZE);
  rom.set(tagBytes, HEADER_SIZE + PRG_SIZE - 0x200);
  const vectors = ['frame', 'reset', 'ignore'].flatMap((name) => word(addressOf(labels, name)));
  rom.set(vectors, HEADER_SIZE + VECTORS - PRG_START);
  return rom;
}

/**
 * Gives the hash by which RetroAchievements clients identify a NES ROM: the MD5 of the file without its iNES header.
 *
 * @returns 32 lower-case hexadecimal digits.
 */
export function nesHash(rom: Uint8Array): string {
  return createHash('md5').update(rom.subarray(HEADER_SIZE)).digest('hex');
}

function assemble(items: readonly Item[], start: number): { code: number[]; labels: Map<string, number> } {
  const labels = new Map<string, number>();
  let address = start;
  for (const item of items) {
    if (isLabel(item)) labels.set(item.slice(0, -1), address);
    else address += sizeOf(item);
  }

  const code: number[] = [];
  for (const item of items) {
    if (typeof item === 'number') code.push(item);
    else if (item.startsWith('=')) code.push(...word(addressOf(labels, item.slice(1))));
    else if (item.startsWith('~')) code.push(branch(start + code.length, addressOf(labels, item.slice(1))));
  }
  return { code, labels };
}

function isLabel(item: Item): item is string {
  return typeof item === 'string' && item.endsWith(':');
}

function sizeOf(item: Item): number {
  return typeof item === 'string' && item.startsWith('=') ? 2 : 1;
}

function addressOf(labels: ReadonlyMap<string, number>, name: string): number {
  const address = labels.get(name);
  if (address === undefined) throw new Error(`The program has no label ${name}.`);
  return address;
}

/** The processor counts a branch from the instruction after it, which starts one byte after the distance. */
function branch(from: number, to: number): number {
  return (to - (from + 1)) & 0xff;
}

function word(value: number): [number, number] {
  return [value & 0xff, value >> 8];
}
