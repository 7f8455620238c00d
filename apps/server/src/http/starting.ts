import type { IncomingMessage, ServerResponse } from 'node:http';
import { connectError, ERRORS, webApiError } from '@laurel/contract';

/** Answers while the store is being opened: 503, on which emulators try again; `/health` says that the process is there. */
export function answerStarting(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  if (request.url === '/health') {
    send(200, { status: 'ok' });
    return;
  }
  const error = request.url?.startsWith('/dorequest.php')
    ? connectError('unavailable')
    : webApiError('unavailable');
  response.setHeader('retry-after', 1);
  send(ERRORS.unavailable.status, error);

  function send(status: number, body: object): void {
    response.setHeader('access-control-allow-origin', '*');
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(body));
  }
}
