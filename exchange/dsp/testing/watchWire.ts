import type { FastifyInstance } from 'fastify';
import { findOfficialProblems } from './officialSchemas.ts';

/** What went over the wire of a test, held against the official schemas. */
export interface WireWatch {
  /** One line for every message or answer that is not as the schemas demand; a test expects none. */
  problems: string[];
  /** Messages and answers that were checked, by type. */
  checked: Map<string, number>;
}

/** Requests with this header are wrong on purpose: only their answers are checked. */
export const deliberateHeader = 'x-wrong-on-purpose';

function check(watch: WireWatch, what: string, body: unknown): void {
  if (typeof body !== 'string' || body === '') return;
  const value = JSON.parse(body) as Record<string, unknown>;
  // What no route answers has no body of the protocol.
  if (value['@type'] === undefined && value.protocolVersions === undefined && what.startsWith('404 ')) return;
  const type = value.protocolVersions ? 'VersionResponse' : String(value['@type']);
  watch.checked.set(type, (watch.checked.get(type) ?? 0) + 1);
  try {
    for (const problem of findOfficialProblems(type, value)) watch.problems.push(`${what}: ${type} ${problem}`);
  } catch (error) {
    watch.problems.push(`${what}: ${String(error)}`);
  }
}

/** Checks every Dataspace Protocol message that comes to a server, and every answer of it. Add it before the routes. */
export function watchWire(app: FastifyInstance): WireWatch {
  const watch: WireWatch = { problems: [], checked: new Map() };
  const isDsp = (url: string) => /^\/dsp\/[^/]+\/2025-1\//.test(url) || url.endsWith('/dspace-version');
  app.addHook('preHandler', async (request) => {
    if (!isDsp(request.url) || request.headers[deliberateHeader] !== undefined) return;
    if (request.method === 'POST') check(watch, `${request.method} ${request.url}`, request.body);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (!isDsp(request.url) || reply.getHeader('content-encoding') !== undefined) return payload;
    check(watch, `${reply.statusCode} to ${request.method} ${request.url}`, payload);
    return payload;
  });
  return watch;
}
