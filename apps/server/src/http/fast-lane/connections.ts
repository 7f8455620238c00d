import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Connection, type ConnectionOptions } from './connection.ts';
import { FrameworkConnection } from './framework-connection.ts';
import type { Lane } from './lane.ts';

/** A connection, and where it stands among the open ones. */
interface Open {
  readonly connection: Connection;
  place: number;
}

/** Takes the connections of a server of `node:http`, and gives to it what goes no fast lane. */
export class Connections {
  /** What answers whatever it can. */
  lane: Lane | undefined;
  readonly #open: Open[] = [];

  /** @param server listens, and has its listener of requests; this is between the two */
  constructor(server: Server) {
    const listeners = server.listeners('connection');
    server.removeAllListeners('connection');
    const options: ConnectionOptions = {
      lane: () => this.lane,
      toFramework: (connection) => {
        for (const listener of listeners) listener.call(server, connection);
      },
      patience: { first: server.headersTimeout, next: server.keepAliveTimeout },
    };
    server.on('connection', (socket: Socket) => this.#add(socket, options));
    server.on('request', ({ socket }, response) => {
      if (socket instanceof FrameworkConnection) response.once('close', () => socket.emit('answered'));
    });
  }

  /** Closes each connection after the answer to what has been asked. */
  close(): void {
    for (const { connection } of [...this.#open]) connection.close();
  }

  /** Closes each connection at once. */
  destroy(): void {
    for (const { connection } of [...this.#open]) connection.destroy();
  }

  #add(socket: Socket, options: ConnectionOptions): void {
    const entry = { connection: new Connection(socket, options), place: this.#open.length };
    this.#open.push(entry);
    socket.on('close', () => {
      const last = this.#open.pop();
      if (last === undefined || last === entry) return;
      last.place = entry.place;
      this.#open[entry.place] = last;
    });
  }
}
