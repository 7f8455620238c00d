import type { Message } from './message.ts';

/** An answer that is ready to be sent. */
export interface LaneAnswer {
  readonly status: number;
  /** Name, value, name, value; those of the connection and the date are not among them. */
  readonly headers: readonly string[];
  readonly body: string | Buffer;
  /** How bytes are made of a body that is text. */
  readonly encoding: BufferEncoding;
}

/**
 * Answers requests as soon as they are read, past `node:http` and the framework.
 *
 * @returns undefined, at once or later, for what the framework is to answer, as if it had not been asked here
 */
export type Lane = (message: Message) => Promise<LaneAnswer | undefined> | undefined;
