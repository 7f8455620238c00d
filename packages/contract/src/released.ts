import { Type } from 'typebox';
import { nullable } from './schemas.ts';

/** How exactly the date of a release is known: null where there is no date. */
export const ReleasedAtGranularity = nullable(
  Type.Enum(['day', 'month', 'year'], { description: 'How exactly the date is known.' }),
);

/** How exactly this date of a release is known; in a catalogue it is always a day, or there is none. */
export function granularityOf(released: string | null): 'day' | null {
  return released === null ? null : 'day';
}
