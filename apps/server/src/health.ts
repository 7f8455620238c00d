import type { FastifyInstance } from 'fastify';
import type { Context } from './context.ts';

/** `GET /health`: the process answers. `GET /ready`: the store does too. */
export function registerHealth(app: FastifyInstance, { store }: Context): void {
  app.get('/health', async () => ({ status: 'ok' }));
  app.get('/ready', async () => {
    await store.isEmpty();
    return { status: 'ready' };
  });
}
