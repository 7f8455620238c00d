import type { Way } from '../measure/rows.ts';
import type { Results } from '../results.ts';
import { atLeast, atMost, type Goal } from './goal.ts';

/** Requests by processor time to the limit. Those that go the long way, through the framework, are at half of it. */
const RATIOS: Readonly<Record<Way, number>> = { hot: 0.8, unchanged: 0.8, drawn: 0.2 };

/**
 * What must hold in every change, at a small size on a noisy machine: two thirds of what is reached, or about half of
 * what the goals ask for, and by processor time, which other work on the machine hardly moves.
 */
export function boundsOf({ endpoints, recording, disk }: Results): Goal[] {
  return [
    ...(endpoints?.rows ?? []).flatMap(({ endpoint, way, processorRatio, growth }) => [
      atLeast(RATIOS[way], `${endpoint}, ${way}: to the limit by CPU`, processorRatio),
      ...(growth ? [atMost(2, `${endpoint}, ${way}: ten times the world by CPU`, growth.processor)] : []),
    ]),
    ...(recording
      ? [atLeast(0.12, 'recording: to the rows of 16 unlocks by CPU', recording.sameRows.processorRatio)]
      : []),
    ...(disk ? [atMost(100, 'on disk for an unlock', disk.bytesPerUnlock, 'bytes')] : []),
  ];
}
