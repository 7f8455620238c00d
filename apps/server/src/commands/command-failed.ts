/** A command that cannot do what it was asked; the message says why, and what to do. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}
