import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { hasConformance } from '../conformance.ts';
import { checkExchange } from './checkExchange.ts';
import { loadValidators } from './validators.ts';

/** Operations that an application was asked, by name, and how often. */
const exercised = new WeakMap<FastifyInstance, Map<string, number>>();

/** Which operations of the standard an application was asked so far. */
export function exercisedOperations(app: FastifyInstance): ReadonlyMap<string, number> {
  return exercised.get(app) ?? new Map();
}

/**
 * Holds every request and response of an application against GS1's OpenAPI description: a test that leaves it fails.
 * Without the description nothing is checked.
 */
export function watchExchanges(app: FastifyInstance): void {
  if (!hasConformance) return;
  const counts = new Map<string, number>();
  exercised.set(app, counts);
  const inject = app.inject.bind(app) as (options: InjectOptions) => Promise<LightMyRequestResponse>;
  const watched = async (given: InjectOptions | string) => {
    const options = typeof given === 'string' ? { url: given } : given;
    const response = await inject(options);
    const url = String(options.url ?? options.path ?? '/');
    const method = options.method ?? 'GET';
    const operation = loadValidators().description.find(method, new URL(url, 'http://app.invalid').pathname);
    if (!operation) return response;
    counts.set(operation.name, (counts.get(operation.name) ?? 0) + 1);
    const complaints = checkExchange(operation, {
      method,
      url,
      requestHeaders: options.headers ?? {},
      requestBody: options.payload ?? options.body,
      status: response.statusCode,
      headers: response.headers,
      body: response.body,
    });
    if (complaints.length > 0) throw new Error(`This leaves the description of GS1:\n${complaints.join('\n')}`);
    return response;
  };
  Object.assign(app, { inject: watched });
}
