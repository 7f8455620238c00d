import { within } from './within.ts';

/** Waits, unless the signal ends it: it then rejects with the signal's reason. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return within(
    milliseconds,
    signal,
    () => {},
    () => new Promise(() => {}),
  );
}
