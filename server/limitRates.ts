import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { type Access, actionOf, entryOf } from '../alliance/index.ts';
import { serverErrors } from './errors.ts';

/** What is public, what people do, and what machines do at a high rate. */
type RateClass = 'public' | 'people' | 'machines';

/** Most requests a minute: of an address for what is public, of a person or key for the rest. */
export interface RateLimits extends Record<RateClass, number> {
  /** Attempts of an address to sign in or to set up. */
  signIn: number;
}

/** Enough for any honest use. */
export const defaultRateLimits: RateLimits = {
  public: 1_200,
  people: 3_000,
  machines: 600_000,
  signIn: 20,
};

function classOf(access: Access = 'public'): RateClass {
  const action = actionOf(access);
  if (!action) return 'public';
  return entryOf(action).machine ? 'machines' : 'people';
}

/** Limits how often each caller may call. Must be installed after the access guard and before any route. */
export async function limitRates(app: FastifyInstance, limits: RateLimits): Promise<void> {
  await app.register(rateLimit, {
    timeWindow: 60_000,
    // Without a principal the call is public or about to be refused; the address is what counts then.
    max: ({ routeOptions, principal }) => {
      const most = limits[classOf(routeOptions.config.access)];
      return principal ? most : Math.min(most, limits.public);
    },
    keyGenerator: ({ routeOptions, principal, ip }) =>
      `${routeOptions.config.access ?? 'public'} ${principal ? `${principal.kind} ${principal.id}` : ip}`,
    errorResponseBuilder: (_request, { max, ttl }) =>
      serverErrors.tooManyRequests({ most: max, seconds: Math.max(1, Math.ceil(ttl / 1_000)) }),
  });
}
