import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

interface Written {
  readonly chunk: Buffer | string;
  readonly encoding: BufferEncoding;
}

/**
 * What `node:http` takes for the connection: it is given what goes no fast lane, and writes to the real one. That one
 * is closed by whoever holds both.
 */
export class FrameworkConnection extends Duplex {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    // Texts are left to the real one, which makes bytes of them in one go.
    super({ decodeStrings: false });
    this.#socket = socket;
  }

  get remoteAddress(): string | undefined {
    return this.#socket.remoteAddress;
  }

  /** As of a socket; `timeout` is for whoever holds it to emit. */
  setTimeout(milliseconds: number): this {
    this.#socket.setTimeout(milliseconds);
    return this;
  }

  /** As of a socket: ends when all is written, whether the other side does or not. */
  destroySoon(): void {
    this.end(() => this.destroy());
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer | string, encoding: BufferEncoding, done: (error?: Error | null) => void) {
    this.#socket.write(chunk, encoding, done);
  }

  override _writev(parts: Written[], done: (error?: Error | null) => void): void {
    this.#socket.cork();
    parts.forEach(({ chunk, encoding }, at) => {
      this.#socket.write(chunk, encoding, at === parts.length - 1 ? done : undefined);
    });
    this.#socket.uncork();
  }
}
