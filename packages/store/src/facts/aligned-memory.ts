/** What a processor gets from memory at once, in bytes. */
export const LINE = 64;

/** Memory for very much, nothing but zeros, each 64 bytes of which are one of the processor's lines. */
export function alignedMemory(lines: number): Int32Array {
  // The system gives a large piece from 16 bytes behind the beginning of a page. What is never written to takes no room.
  const behind = LINE - 16;
  return new Int32Array(new ArrayBuffer(behind + lines * LINE), behind, lines * (LINE / 4));
}
