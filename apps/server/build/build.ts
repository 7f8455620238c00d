import { join } from 'node:path';
import { buildServer } from './build-server.ts';

// The sources run as they are, too: `bin/laurel` takes whichever is newer.
await buildServer(join(import.meta.dirname, '../dist'));
