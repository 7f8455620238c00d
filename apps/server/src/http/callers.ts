import type { IncomingHttpHeaders } from 'node:http';

/** A request, whoever has read it. */
export interface Asking {
  /** As it was sent. */
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** Says who asks, and by which name of this server. */
export class Callers {
  readonly #trustProxy: boolean;

  /**
   * @param trustProxy whether `X-Forwarded-For`, `-Proto` and `-Host` are believed, as far as one proxy has
   *   written them: what a client itself writes there stands before what the proxy adds
   */
  constructor(trustProxy: boolean) {
    this.#trustProxy = trustProxy;
  }

  /** The address that a request comes from. */
  addressOf(request: Asking): string {
    return this.#forwarded(request, 'x-forwarded-for') || request.socket.remoteAddress || '';
  }

  /** Where the caller reached this server, as in `http://127.0.0.1:8080`; a host that is none is `localhost`. */
  originOf(request: Asking): string {
    const protocol = this.#forwarded(request, 'x-forwarded-proto') === 'https' ? 'https' : 'http';
    const host = this.#forwarded(request, 'x-forwarded-host') || request.headers.host || '';
    return `${protocol}://${/^[\w.:[\]-]{1,255}$/.test(host) ? host : 'localhost'}`;
  }

  #forwarded(request: Asking, name: string): string | undefined {
    const value = this.#trustProxy ? request.headers[name] : undefined;
    return typeof value === 'string' ? value.slice(value.lastIndexOf(',') + 1).trim() : undefined;
  }
}
