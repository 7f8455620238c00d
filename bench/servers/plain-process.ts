// The limit: a plain server in one process that sends bytes from memory and does nothing else, not even look
// at what it is asked for.
import { createServer } from 'node:http';
// The limit, too, is to be at its best.
import '../../apps/server/src/tick-shape.ts';
import type { Answer } from './plain.ts';

let answers: readonly Answer[] = [];
let following = 0;

const server = createServer((_request, response) => {
  const answer = answers[following];
  following = following + 1 < answers.length ? following + 1 : 0;
  if (answer === undefined) return response.writeHead(503).end();
  response.writeHead(answer.status, answer.headers as string[]).end(answer.body);
});

process.on('message', (given: readonly Answer[]) => {
  answers = given;
  following = 0;
  process.send?.('ready');
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.(address.port);
});
