import type { Server, ServerResponse } from 'node:http';
import type { Answer } from './plain.ts';

/** In a process that `startReplaying` has begun: what sends the answers that it is given, one after the other. */
export function replaying(): (response: ServerResponse) => void {
  let answers: readonly Answer[] = [];
  let following = 0;
  process.on('message', (given: readonly Answer[]) => {
    answers = given;
    following = 0;
    process.send?.('ready');
  });
  process.on('disconnect', () => process.exit());
  return (response) => {
    const answer = answers[following];
    following = following + 1 < answers.length ? following + 1 : 0;
    if (answer === undefined) response.writeHead(503).end();
    else response.writeHead(answer.status, answer.headers as string[]).end(answer.body);
  };
}

/** Has it listen, and tells the process that began this one on which port. */
export function listen(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address !== null && typeof address === 'object') process.send?.(address.port);
  });
}
