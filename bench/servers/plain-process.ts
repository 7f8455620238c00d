// The limit: a plain server in one process that sends bytes from memory and does nothing else, not even look
// at what it is asked for.
import { createServer } from 'node:http';
// The limit, too, is to be at its best.
import '../../apps/server/src/tick-shape.ts';
import { listen, replaying } from './replay.ts';

const send = replaying();
listen(createServer((_request, response) => send(response)));
