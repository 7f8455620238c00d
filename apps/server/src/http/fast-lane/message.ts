import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';

/** A longer head is left to `node:http`, which has limits of its own. In bytes. */
const LONGEST_HEAD = 8 * 1024;
const END_OF_LINE = '\r\n';
const END_OF_HEAD = '\r\n\r\n';
const VERSION = ' HTTP/1.';
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
  readonly hasRepeats: boolean;
}

/** A request of HTTP/1.1 or 1.0 that is written in such a way that nobody can disagree about where it ends. */
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
    const versionAt = lineEnd - 1;
    const urlEnd = versionAt - VERSION.length;
    if (!text.startsWith(VERSION, urlEnd)) return 'unclear';
    // Not a part of the text, which it would keep in memory.
    const url = bytes.toString('latin1', methodEnd + 1, urlEnd);
    if (!ADDRESS.test(url)) return 'unclear';
    const fields = this.#read(text.slice(versionAt, headEnd));
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
/** With these a request may end elsewhere, or be no request of HTTP/1 any more. */
const UNCLEAR = new Set(['transfer-encoding', 'expect', 'upgrade', 'proxy-connection']);
/** Of which there can be one only. */
const SINGLE = new Set(['content-length', 'connection', 'host']);

/** @param text what follows on `HTTP/1.`: the rest of the version, and the lines of the headers */
function fieldsOf(text: string): Fields | undefined {
  const [version, ...lines] = text.split(END_OF_LINE);
  const headers: IncomingHttpHeaders = Object.create(null);
  let hasRepeats = false;
  for (const line of lines) {
    const [, name = '', value] = FIELD.exec(line) ?? [];
    const key = name.toLowerCase();
    const isRepeated = key in headers;
    if (value === undefined || UNCLEAR.has(key) || (isRepeated && SINGLE.has(key))) return undefined;
    hasRepeats ||= isRepeated;
    headers[key] = value;
  }
  const { host, 'content-length': length = '0' } = headers;
  if (!/^\d{1,9}$/.test(length)) return undefined;
  const isLast = endsConnection(version, headers);
  // A later version than 1.0 has to name the host.
  if (isLast === undefined || (version === '1' && host === undefined)) return undefined;
  return { headers, bodyLength: Number(length), isLast, hasRepeats };
}

/** Undefined where a version or a wish is none that is known. */
function endsConnection(
  version: string | undefined,
  { connection }: IncomingHttpHeaders,
): boolean | undefined {
  const wish = connection?.toLowerCase();
  if (wish !== undefined && wish !== 'keep-alive' && wish !== 'close') return undefined;
  if (version === '1') return wish === 'close';
  return version === '0' ? wish !== 'keep-alive' : undefined;
}
