const BUSY = 5;
/** Read-only, damaged, cannot be opened, not a database. */
const UNUSABLE = new Set([8, 11, 14, 26]);

/** Another connection has what this one needs; it may be free in a moment. */
export function isBusy(error: unknown): boolean {
  return codeOf(error) === BUSY;
}

/** The file is not a database that can be written. */
export function isUnusable(error: unknown): error is Error {
  return UNUSABLE.has(codeOf(error));
}

/** The primary result code of SQLite, or 0 for another error. */
function codeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : 0;
}
