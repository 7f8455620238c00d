// Sends requests at a steady pace over plain sockets: it shares the processor with the server that is measured,
// so it does as little as it can.
import { connect, type Socket } from 'node:net';
import { FORM, posted } from './posted.ts';
import type { WriteLoad, WriterAnswer } from './writer.ts';

/** A connection has one request under way at most; what the server is too slow for is not made up for later. */
class Run {
  readonly #load: WriteLoad;
  readonly #sockets: Socket[];
  readonly #idle: Socket[];
  readonly #head: string;
  readonly #times: number[] = [];
  readonly #began = performance.now();
  readonly #processor = process.cpuUsage();
  readonly #clock: NodeJS.Timeout;
  /** When the request after the last one is due. */
  #due = performance.now();
  #sent = 0;
  #complaint: string | undefined;

  constructor(load: WriteLoad) {
    const { hostname, port, host } = new URL(load.address);
    this.#load = load;
    this.#head = ` HTTP/1.1\r\nHost: ${host}\r\nContent-Type: ${FORM}\r\n`;
    this.#sockets = Array.from({ length: load.connections }, () => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      socket.setEncoding('latin1');
      socket.on('error', (error) => this.#complain(error.message));
      return socket;
    });
    this.#idle = [...this.#sockets];
    this.#clock = setInterval(() => this.#send(), 1);
  }

  end(): WriterAnswer {
    clearInterval(this.#clock);
    const milliseconds = performance.now() - this.#began;
    const { user, system } = process.cpuUsage(this.#processor);
    for (const socket of this.#sockets) socket.destroy();
    if (this.#complaint !== undefined) return { complaint: this.#complaint };
    return {
      requests: this.#times.length,
      seconds: milliseconds / 1000,
      times: this.#times.map((milliseconds) => [milliseconds, 1]),
      generator: (user + system) / 1e6,
    };
  }

  /** Sends what is due, as far as connections are free. */
  #send(): void {
    const { paths, perSecond } = this.#load;
    const now = performance.now();
    while (this.#due <= now) {
      const socket = this.#idle.pop();
      if (socket === undefined) {
        this.#due = now;
        return;
      }
      const path = paths[this.#sent];
      if (path === undefined) {
        this.#complain('nothing: there are no more unlocks to send');
        return;
      }
      this.#sent += 1;
      this.#due += 1000 / perSecond;
      this.#request(socket, path, now);
    }
  }

  #request(socket: Socket, path: string, sentAt: number): void {
    let answer = '';
    const take = (chunk: string) => {
      answer += chunk;
      const head = answer.indexOf('\r\n\r\n');
      const length = /\r\ncontent-length: (\d+)/i.exec(answer)?.[1];
      if (head < 0 || answer.length < head + 4 + Number(length)) return;
      socket.off('data', take);
      if (!answer.startsWith('HTTP/1.1 200') || !answer.includes('"Success":true')) this.#complain(answer);
      this.#times.push(performance.now() - sentAt);
      this.#idle.push(socket);
      this.#send();
    };
    socket.on('data', take);
    const { address, form } = posted(path);
    socket.write(`POST ${address}${this.#head}Content-Length: ${form.length}\r\n\r\n${form}`);
  }

  #complain(what: string): void {
    this.#complaint ??= what;
    clearInterval(this.#clock);
    this.#due = Number.POSITIVE_INFINITY;
  }
}

let run: Run | undefined;

process.on('message', (message: WriteLoad | 'end') => {
  if (message !== 'end') run = new Run(message);
  else process.send?.(run?.end());
});
process.on('disconnect', () => process.exit());
