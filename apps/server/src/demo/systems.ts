import type { SystemRecord } from '@laurel/domain';

export const MEGA_DRIVE = 1;
export const ATARI_2600 = 25;

/** The systems of the demo world, with the ids that clients know them by. */
export const SYSTEMS: readonly SystemRecord[] = [
  { type: 'system', id: MEGA_DRIVE, name: 'Mega Drive / Genesis' },
  { type: 'system', id: 2, name: 'Nintendo 64' },
  { type: 'system', id: 3, name: 'SNES/Super Famicom' },
  { type: 'system', id: 4, name: 'Game Boy' },
  { type: 'system', id: 5, name: 'Game Boy Advance' },
  { type: 'system', id: 6, name: 'Game Boy Color' },
  { type: 'system', id: 7, name: 'NES/Famicom' },
  { type: 'system', id: 8, name: 'PC Engine/TurboGrafx-16' },
  { type: 'system', id: 11, name: 'Master System' },
  { type: 'system', id: 12, name: 'PlayStation' },
  { type: 'system', id: 15, name: 'Game Gear' },
  { type: 'system', id: ATARI_2600, name: 'Atari 2600' },
  { type: 'system', id: 19, name: 'Wii', active: false },
];
