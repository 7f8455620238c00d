import type { Socket } from 'node:net';
import { now } from '../../clock.ts';
import { STATUS_CODES } from '../create-server.ts';
import type { LaneAnswer } from './lane.ts';

/** How an answer is sent. */
interface Sending {
  /** Whether it is to be sent without its body: to a `HEAD`. */
  readonly headOnly: boolean;
  /** What its head says of the connection: whole lines. */
  readonly connection: string;
}

/** Writes an answer as `node:http` does: the same lines in the same order. */
export function writeAnswer(
  socket: Socket,
  { status, headers, body, encoding }: LaneAnswer,
  { headOnly, connection }: Sending,
): void {
  let head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`;
  for (let at = 0; at < headers.length; at += 2) head += `${headers[at]}: ${headers[at + 1]}\r\n`;
  head += `Date: ${dateOf(now())}\r\n${connection}\r\n`;
  if (headOnly || typeof body === 'string') {
    socket.write(headOnly ? head : head + body, encoding);
    return;
  }
  socket.cork();
  socket.write(head, 'latin1');
  socket.write(body);
  socket.uncork();
}

let second = 0;
let date = '';

function dateOf(now: number): string {
  if (now !== second) {
    second = now;
    date = new Date(now * 1000).toUTCString();
  }
  return date;
}
