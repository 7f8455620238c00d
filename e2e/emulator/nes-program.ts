import { createHash } from 'node:crypto';

/** Where the program counts frames: one byte, from 255 back to 0. In a trigger it is `0xH0010`. */
export const FRAME_COUNTER_ADDRESS = 0x0010;

// Bytes in hexadecimal, then the same for people. `name:` is a place in the program; `=name` its address
// in two bytes; `~name` the distance to it in one. The console's registers: pictures (PPU) $2000 control,
// $2001 mask, $2002 status; sound (APU) $4010 samples, $4017 timer.
const PROGRAM = `
reset:
  78            ; sei         no interrupt but the one after each frame:
  a2 40         ; ldx #$40
  8e 17 40      ; stx $4017   not that of the timer,
  a2 00         ; ldx #0
  8e 10 40      ; stx $4010   nor that of samples,
  8e 00 20      ; stx $2000   and that of frames not yet
  8e 01 20      ; stx $2001   a blank screen
  8a            ; txa
clear:          ;             the first page of memory to 0
  95 00         ; sta 0,x
  e8            ; inx
  d0 ~clear     ; bne clear
  ca            ; dex
  9a            ; txs         an empty stack
  2c 02 20      ; bit $2002   a frame's end from before the reset does not count
warm-up-1:      ;             the PPU can be set when two frames have ended
  2c 02 20      ; bit $2002
  10 ~warm-up-1 ; bpl warm-up-1
warm-up-2:
  2c 02 20      ; bit $2002
  10 ~warm-up-2 ; bpl warm-up-2
  a9 80         ; lda #$80
  8d 00 20      ; sta $2000   from now on, an interrupt after each frame
idle:
  4c =idle      ; jmp idle
frame:
  e6 10         ; inc $10
ignore:
  40            ; rti
`;

const HEADER_SIZE = 16;
const CODE_SIZE = 16 * 1024;
const PICTURES_SIZE = 8 * 1024;
const CODE_START = 0xc000;
const TAG_START = 0xff00;
const TAG_SIZE = 128;
const VECTORS = 0xfffa;

/**
 * Assembles the smallest well-behaved NES program: it counts frames at {@link FRAME_COUNTER_ADDRESS}.
 *
 * @param tag text for the unused end of the program: another tag is another ROM with another hash.
 * @returns the bytes of an iNES file: mapper 0 (NROM), 16 KiB of program, 8 KiB of empty pictures.
 * @throws RangeError when the tag is longer than 128 bytes.
 */
export function frameCounterRom(tag = 'laurel'): Uint8Array {
  const tagBytes = new TextEncoder().encode(tag);
  if (tagBytes.length > TAG_SIZE) throw new RangeError(`The tag is longer than ${TAG_SIZE} bytes.`);

  const { code, labels } = assemble(PROGRAM, CODE_START);
  const vectors = ['frame', 'reset', 'ignore'].flatMap((name) => word(addressOf(labels, name)));
  const inFile = (address: number): number => HEADER_SIZE + address - CODE_START;

  const rom = new Uint8Array(HEADER_SIZE + CODE_SIZE + PICTURES_SIZE);
  rom.set([0x4e, 0x45, 0x53, 0x1a, 1, 1]); // "NES", end of text, one bank of program, one of pictures
  rom.set(code, inFile(CODE_START));
  rom.set(tagBytes, inFile(TAG_START));
  rom.set(vectors, inFile(VECTORS));
  return rom;
}

/**
 * Gives the hash by which RetroAchievements clients know a NES ROM: the MD5 of the file without its header.
 *
 * @returns 32 lower-case hexadecimal digits.
 */
export function nesHash(rom: Uint8Array): string {
  return createHash('md5').update(rom.subarray(HEADER_SIZE)).digest('hex');
}

function assemble(source: string, start: number): { code: number[]; labels: Map<string, number> } {
  const items = source.replaceAll(/;.*/g, '').trim().split(/\s+/);
  const labels = new Map<string, number>();
  let address = start;
  for (const item of items) {
    if (item.endsWith(':')) labels.set(item.slice(0, -1), address);
    else address += item.startsWith('=') ? 2 : 1;
  }

  const code: number[] = [];
  for (const item of items) {
    if (item.endsWith(':')) continue;
    if (item.startsWith('=')) code.push(...word(addressOf(labels, item.slice(1))));
    else if (item.startsWith('~')) code.push(distance(start + code.length, addressOf(labels, item.slice(1))));
    else code.push(Number.parseInt(item, 16));
  }
  return { code, labels };
}

function addressOf(labels: ReadonlyMap<string, number>, name: string): number {
  const address = labels.get(name);
  if (address === undefined) throw new Error(`The program has no label ${name}.`);
  return address;
}

/** A branch counts from the instruction after it, and that starts one byte after the distance itself. */
function distance(from: number, to: number): number {
  return (to - (from + 1)) & 0xff;
}

function word(value: number): number[] {
  return [value & 0xff, value >> 8];
}
