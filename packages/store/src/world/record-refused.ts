/** A record that is well formed and does not fit the store: what is wrong with which field. */
export class RecordRefused extends Error {
  override readonly name = 'RecordRefused';
  readonly field: string;
  readonly expected: string;

  constructor(field: string, expected: string) {
    super(`field "${field}": expected ${expected}`);
    this.field = field;
    this.expected = expected;
  }
}
