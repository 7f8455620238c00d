import type { Socket } from 'node:net';
import { FrameworkConnection } from './framework-connection.ts';
import type { Lane, LaneAnswer } from './lane.ts';
import { type Message, MessageReader } from './message.ts';
import { writeAnswer } from './write-answer.ts';

/** The longest request that is put together from pieces, and how much of later ones may wait for an answer. In bytes. */
const GATHERED = 80 * 1024;
/** A client that sends its request in more pieces than this is left to `node:http`, which has limits for such. */
const PIECES = 8;
const NOTHING = Buffer.alloc(0);

/** What a connection needs of the server. */
export interface ConnectionOptions {
  /** Undefined while there is none. */
  readonly lane: () => Lane | undefined;
  /** Has `node:http` read a connection. */
  readonly toFramework: (connection: FrameworkConnection) => void;
  /** How long it is kept without a request, in milliseconds: before the first one, and after each, as clients are told. */
  readonly patience: { readonly first: number; readonly next: number };
}

/** A client that asks in the last moment that it was told of is still heard. In milliseconds. */
const GRACE = 1000;

/**
 * - `reading`: no answer is awaited
 * - `lane`, `framework`: from there
 * - `given up`: it is read by `node:http` to its end, since where a request ended was not certain
 */
type State = 'reading' | 'lane' | 'framework' | 'given up';

/**
 * One connection: answers each request from the lane, or has `node:http` and the framework do so, one after the
 * other in the order in which they came.
 */
export class Connection {
  readonly #socket: Socket;
  readonly #options: ConnectionOptions;
  readonly #reader: MessageReader;
  #framework: FrameworkConnection | undefined;
  #state: State = 'reading';
  /** What has come and is no whole request yet, or has to wait for its turn. */
  #received: Buffer = NOTHING;
  #pieces = 0;
  /** How many bytes of a body are still to come, and to be passed on. */
  #bodyLeft = 0;
  /** Whether it is closed after the answer that is awaited. */
  #isLast = false;
  /** Whether the client sends nothing more. */
  #hasEnded = false;

  constructor(socket: Socket, options: ConnectionOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#reader = new MessageReader(socket);
    socket.setTimeout(options.patience.first);
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('end', () => this.#end());
    socket.on('timeout', () => this.#timeOut());
    // What follows is `close`.
    socket.on('error', () => {});
    socket.on('close', () => this.#framework?.destroy());
  }

  /** Closes it after the answer to what has been asked. */
  close(): void {
    this.#isLast = true;
    if (this.#state !== 'reading') return;
    if (this.#received.length > 0) this.#giveUp();
    else this.#socket.destroySoon();
  }

  /** Closes it at once. */
  destroy(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    if (!this.#socket.writable) return;
    const passed = this.#state === 'given up' ? chunk.length : Math.min(this.#bodyLeft, chunk.length);
    if (passed > 0) {
      this.#bodyLeft -= passed;
      this.#pass(chunk.subarray(0, passed));
      if (passed === chunk.length) return;
    }
    const rest = chunk.subarray(passed);
    this.#received = this.#received.length === 0 ? rest : Buffer.concat([this.#received, rest]);
    this.#pieces++;
    if (this.#state === 'reading') this.#take();
    else if (this.#received.length > GATHERED) this.#socket.pause();
  }

  /** Has the next request answered, when all of it is there. */
  #take(): void {
    const bytes = this.#received;
    const message = this.#reader.read(bytes);
    const mayGrow = this.#pieces < PIECES && bytes.length < GATHERED;
    if (message === 'incomplete' && mayGrow) return;
    if (message === 'unclear' || message === 'incomplete') {
      this.#giveUp();
      return;
    }
    const isWhole = message.size <= bytes.length;
    if (!isWhole && message.size <= GATHERED && mayGrow) return;
    const itsBytes = bytes.subarray(0, message.size);
    this.#received = bytes.length === itsBytes.length ? NOTHING : bytes.subarray(message.size);
    this.#pieces = 0;
    const lane = isWhole && !message.fields.hasRepeats ? this.#options.lane() : undefined;
    const answering = lane?.(message);
    if (answering === undefined) {
      this.#askFramework(message, itsBytes);
      return;
    }
    this.#state = 'lane';
    answering.then(
      (answer) => {
        if (answer === undefined) this.#askFramework(message, itsBytes);
        else this.#send(message, answer);
      },
      // A lane does not fail; what it cannot answer, it leaves to the framework.
      (error) => this.#socket.destroy(error),
    );
  }

  #send({ method, fields }: Message, answer: LaneAnswer): void {
    const socket = this.#socket;
    if (!socket.writable) return;
    this.#isLast ||= fields.isLast;
    writeAnswer(socket, answer, { headOnly: method === 'HEAD', connection: this.#connectionLines() });
    if (socket.writableNeedDrain) socket.once('drain', () => this.#goOn());
    else this.#goOn();
  }

  #connectionLines(): string {
    if (this.#isLast) return 'Connection: close\r\n';
    const { next } = this.#options.patience;
    if (this.#socket.timeout !== next + GRACE) this.#socket.setTimeout(next + GRACE);
    return `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(next / 1000)}\r\n`;
  }

  /** @param bytes all of the request that is there */
  #askFramework({ size }: Message, bytes: Buffer): void {
    this.#state = 'framework';
    this.#bodyLeft = size - bytes.length;
    this.#pass(bytes);
  }

  #giveUp(): void {
    const bytes = this.#received;
    this.#state = 'given up';
    this.#received = NOTHING;
    this.#pass(bytes);
  }

  #pass(bytes: Buffer): void {
    this.#framework ??= this.#openFramework();
    if (bytes.length > 0 && !this.#framework.push(bytes)) this.#socket.pause();
  }

  #openFramework(): FrameworkConnection {
    const framework = new FrameworkConnection(this.#socket);
    // What follows is `close`.
    framework.on('error', () => {});
    framework.on('answered', () => {
      if (this.#state === 'framework') this.#goOn();
    });
    framework.on('close', () => {
      this.#framework = undefined;
      // It closes idle connections when the server stops; this one may not be.
      if (this.#state === 'lane') this.#isLast = true;
      else this.#socket.destroySoon();
    });
    this.#options.toFramework(framework);
    return framework;
  }

  /** After an answer. */
  #goOn(): void {
    if (this.#isLast || !this.#socket.writable) {
      this.#socket.destroySoon();
      return;
    }
    this.#state = 'reading';
    if (this.#received.length > 0) this.#take();
    if (this.#state !== 'reading') return;
    if (this.#hasEnded) this.#end();
    else this.#socket.resume();
  }

  #end(): void {
    this.#hasEnded = true;
    if (!this.#socket.writable || this.#state === 'lane') return;
    if (this.#state === 'reading' && this.#received.length === 0) {
      this.#socket.destroySoon();
      return;
    }
    this.#giveUp();
    this.#framework?.push(null);
  }

  #timeOut(): void {
    if (this.#state === 'given up') this.#framework?.emit('timeout');
    else if (this.#state !== 'reading') return;
    else if (this.#received.length > 0) this.#giveUp();
    else this.#socket.destroySoon();
  }
}
