import type { FastifyInstance } from 'fastify';
import { Histogram, type Registry } from 'prom-client';
import { pathOf } from './problem.ts';

/** Logs every request with its id, route, status and time, and measures it. Queries and headers are never logged. */
export function observeRequests(app: FastifyInstance, metrics: Registry): void {
  const durations = new Histogram({
    name: 'xiangyu_http_request_duration_seconds',
    help: 'How long requests took, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [metrics],
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, principal, routeOptions } = request;
    const durationMs = reply.elapsedTime;
    durations.observe({ method, route: routeOptions.url ?? 'unknown', status: reply.statusCode }, durationMs / 1_000);
    const by = principal ? { by: `${principal.kind} ${principal.id}` } : {};
    const facts = { method, path: pathOf(request.url), status: reply.statusCode, ms: Math.round(durationMs), ...by };
    request.log[reply.statusCode >= 500 ? 'warn' : 'debug'](facts, 'request');
  });
}
