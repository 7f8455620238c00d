/** Milliseconds after which a page is shown with what is there, rather than later. */
const PATIENCE = 100;

/**
 * For a page whose very heading is among what it reads: waits until all of that is there, so that the page is drawn
 * once and whole; but not for long. What went wrong the page says itself.
 */
export async function readAhead(...reads: readonly Promise<unknown>[]): Promise<void> {
  await Promise.race([Promise.allSettled(reads), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}
