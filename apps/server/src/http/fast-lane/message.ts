import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';

/** A longer head is left to `node:http`, which has limits of its own. In bytes. */
const LONGEST_HEAD = 8 * 1024;
const END_OF_LINE = '\r\n';
const END_OF_HEAD = '\r\n\r\n';
const VERSION = ' HTTP/1.1';
/** Those whose requests have a body of the length that they say, or none. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const ADDRESS = /^\/[\x21-\x7e]*$/;

/** What the lines of a head below the first one say. */
interface Fields {
  /** By name, in lower case. */
  readonly headers: IncomingHttpHeaders;
  /** In bytes. */
  readonly bodyLength: number;
  /** Whether the connection ends with the answer. */
  readonly isLast: boolean;
  /** Whether a name comes more than once; `headers` has the last of them only. */
  readonly areRepeated: boolean;
}

/** A request of HTTP/1.1 that is written in such a way that nobody can disagree about where it ends. */
export class Message {
  readonly method: string;
  /** As it was sent, the query included. */
  readonly url: string;
  readonly fields: Fields;
  /** Where it comes from. */
  readonly socket: Pick<Socket, 'remoteAddress'>;
  /** How long it is in bytes, all of its body included. */
  readonly size: number;
  readonly #bytes: Buffer;

  constructor(
    [method, url]: readonly [method: string, url: string],
    fields: Fields,
    { socket, bytes, headSize }: { socket: Pick<Socket, 'remoteAddress'>; bytes: Buffer; headSize: number },
  ) {
    this.method = method;
    this.url = url;
    this.fields = fields;
    this.socket = socket;
    this.size = headSize + fields.bodyLength;
    this.#bytes = bytes;
  }

  get headers(): IncomingHttpHeaders {
    return this.fields.headers;
  }

  /** Its body, as far as it is there, as text. */
  get body(): string {
    return this.#bytes.toString('utf8', this.size - this.fields.bodyLength, this.size);
  }
}

/** Reads the requests that come over one connection. */
export class MessageReader {
  readonly #socket: Pick<Socket, 'remoteAddress'>;
  // A client says the same of itself with each request.
  #lines: string | undefined;
  #fields: Fields | undefined;

  constructor(socket: Pick<Socket, 'remoteAddress'>) {
    this.#socket = socket;
  }

  /**
   * Reads the request at the beginning of some bytes; of its body they may hold a part.
   *
   * @returns `incomplete` where there is not even all of its head; `unclear` where it is written in any way that is
   *   out of the ordinary, if only by a space too many: `node:http` is to say what it is
   */
  read(bytes: Buffer): Message | 'incomplete' | 'unclear' {
    const text = bytes.toString('latin1', 0, LONGEST_HEAD);
    const methodEnd = text.indexOf(' ');
    const method = text.slice(0, methodEnd);
    if (!METHODS.has(method)) return 'unclear';
    const headEnd = text.indexOf(END_OF_HEAD);
    if (headEnd === -1) return bytes.length < LONGEST_HEAD ? 'incomplete' : 'unclear';
    const lineEnd = text.indexOf(END_OF_LINE);
    const urlEnd = lineEnd - VERSION.length;
    if (!text.startsWith(VERSION, urlEnd)) return 'unclear';
    // Not a part of the text, which it would keep in memory.
    const url = bytes.toString('latin1', methodEnd + 1, urlEnd);
    if (!ADDRESS.test(url)) return 'unclear';
    const fields = this.#read(text.slice(lineEnd, headEnd));
    if (fields === undefined) return 'unclear';
    const headSize = headEnd + END_OF_HEAD.length;
    return new Message([method, url], fields, { socket: this.#socket, bytes, headSize });
  }

  #read(lines: string): Fields | undefined {
    if (lines !== this.#lines) {
      this.#fields = fieldsOf(lines);
      this.#lines = lines;
    }
    return this.#fields;
  }
}

/** A name that is a token, and a value that has no control characters and does not end in a space. */
const FIELD = /^([\w!#$%&'*+.^`|~-]+):[ \t]*(?![ \t])([\t\x20-\x7e\x80-\xff]*)(?<![ \t])$/;
/** With these a request may end elsewhere, or be no request of HTTP/1.1 any more. */
const UNCLEAR = new Set(['transfer-encoding', 'expect', 'upgrade', 'proxy-connection']);

/** @param lines each with the end of the line before it */
function fieldsOf(lines: string): Fields | undefined {
  const headers: IncomingHttpHeaders = Object.create(null);
  let areRepeated = false;
  for (const line of lines.split(END_OF_LINE).slice(1)) {
    const [, written, value] = FIELD.exec(line) ?? [];
    if (written === undefined || value === undefined) return undefined;
    const name = written.toLowerCase();
    if (UNCLEAR.has(name)) return undefined;
    const isRepeated = name in headers;
    if (isRepeated && (name === 'content-length' || name === 'connection' || name === 'host'))
      return undefined;
    areRepeated ||= isRepeated;
    headers[name] = value;
  }
  const { host, connection = 'keep-alive', 'content-length': length = '0' } = headers;
  const wish = connection.toLowerCase();
  if (host === undefined || !/^\d{1,9}$/.test(length) || !(wish === 'keep-alive' || wish === 'close')) {
    return undefined;
  }
  return { headers, bodyLength: Number(length), isLast: wish === 'close', areRepeated };
}
