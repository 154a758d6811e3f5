import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Requests that take longer than this after the stop are cut off. */
const drainMs = 10_000;

/**
 * Prepares the end of a server. The function given back stops accepting, lets running requests finish, and then closes
 * every connection, those too on which a client has not asked anything yet and which would hold up the end.
 */
export function closeGently(app: FastifyInstance): () => Promise<void> {
  const running = new Set<ServerResponse>();
  const idle = Promise.withResolvers<void>();
  let closing = false;
  const settle = () => {
    if (closing && running.size === 0) idle.resolve();
  };
  const server: Server = app.server;
  server.on('request', (_request, response) => {
    running.add(response);
    response.once('close', () => {
      running.delete(response);
      settle();
    });
  });
  return async () => {
    closing = true;
    const closed = app.close();
    settle();
    await Promise.race([idle.promise, sleep(drainMs, undefined, { ref: false })]);
    // Again and again: until the port is shut, further connections may come.
    const cut = setInterval(() => server.closeAllConnections(), 50);
    await closed.finally(() => clearInterval(cut));
  };
}
