import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { Access } from '../alliance/index.ts';
import { serverErrors } from './errors.ts';

/** Most requests a minute: of an address for what is public, of a person or key for the rest. */
export interface RateLimits extends Record<Access, number> {
  /** Attempts of an address to sign in or to set up. */
  signIn: number;
}

/** Enough for any honest use; capture is meant for machines. */
export const defaultRateLimits: RateLimits = {
  public: 1_200,
  signedIn: 3_000,
  capture: 600_000,
  transact: 600_000,
  operator: 3_000,
  signIn: 20,
};

/** Limits how often each caller may call. Must be installed after the access guard and before any route. */
export async function limitRates(app: FastifyInstance, limits: RateLimits): Promise<void> {
  await app.register(rateLimit, {
    timeWindow: 60_000,
    max: ({ routeOptions }) => limits[routeOptions.config.access ?? 'public'],
    // Without a principal the call is about to be refused; the address is what counts then.
    keyGenerator: ({ routeOptions, principal, ip }) =>
      `${routeOptions.config.access ?? 'public'} ${principal ? `${principal.kind} ${principal.id}` : ip}`,
    errorResponseBuilder: (_request, { max, ttl }) =>
      serverErrors.tooManyRequests({ most: max, seconds: Math.max(1, Math.ceil(ttl / 1_000)) }),
  });
}
