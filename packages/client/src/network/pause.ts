import { within } from './within.ts';

const AWAKE = {};

/** Waits, unless the signal ends it: it then rejects with the signal's reason. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await within(
      milliseconds,
      signal,
      () => AWAKE,
      () => new Promise(() => {}),
    );
  } catch (reason) {
    if (reason !== AWAKE) throw reason;
  }
}
