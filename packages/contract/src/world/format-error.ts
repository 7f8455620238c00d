/** A line of a world file that is not as WORLD_FORMAT.md has it. The message is for the person who made the file. */
export class WorldFormatError extends Error {
  /** The field at fault, such as `points` or `hashes[0].md5`; null where the line as a whole is. */
  readonly field: string | null;
  /** What would have been right. */
  readonly expected: string;

  constructor(field: string | null, expected: string, message: string) {
    super(message);
    this.name = 'WorldFormatError';
    this.field = field;
    this.expected = expected;
  }
}

/**
 * The error for a value that is not what it should be; `value` is undefined where there is none.
 *
 * @example wrongValue('points', 'a whole number', 'x').message // field "points": expected a whole number, got "x"
 */
export function wrongValue(field: string | null, expected: string, value: unknown): WorldFormatError {
  const where = field === null ? '' : `field "${field}": `;
  return new WorldFormatError(field, expected, `${where}expected ${expected}, got ${shown(value)}`);
}

/** The error for a field that the record does not have. */
export function unknownField(field: string, known: readonly string[]): WorldFormatError {
  const expected = `one of ${known.join(', ')}`;
  return new WorldFormatError(field, expected, `unknown field "${field}": expected ${expected}`);
}

const SHOWN_LENGTH = 60;

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value);
  return json.length <= SHOWN_LENGTH ? json : `${json.slice(0, SHOWN_LENGTH)}…`;
}
