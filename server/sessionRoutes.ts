import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Alliance } from '../alliance/index.ts';
import type { RateLimits } from './limitRates.ts';
import { sessionSchema } from './schemas.ts';
import { toHeaders } from './toHeaders.ts';

export interface SessionRoutesParameters {
  alliance: Alliance;
  limits: RateLimits;
}

/** Who makes a request with these headers, and what it may do. */
export async function describeSession(alliance: Alliance, headers: Headers) {
  const { principal } = await alliance.authenticate({ headers });
  return { principal, permissions: alliance.rights.permissionsOf(principal), setupNeeded: false };
}

/** Who is signed in, and every route of accounts and people. */
export function sessionRoutes({ alliance, limits }: SessionRoutesParameters): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/session',
      {
        config: { access: 'public' },
        schema: { summary: 'Who is signed in', tags: ['Accounts'], response: { 200: sessionSchema } },
      },
      async (request, reply) => {
        const headers = toHeaders(request);
        const { principal, setCookies } = await alliance.authenticate({ headers, refresh: true });
        if (setCookies.length > 0) reply.header('set-cookie', setCookies);
        reply.header('cache-control', 'no-store');
        if (principal?.kind === 'person') await alliance.people.noteUse(headers);
        const permissions = alliance.rights.permissionsOf(principal);
        return { principal, permissions, setupNeeded: principal ? false : await alliance.isSetupNeeded() };
      },
    );

    await app.register(
      alliance.people.routes({
        session: {
          properties: sessionSchema.properties,
          describe: (headers) => describeSession(alliance, headers),
        },
        signInsPerMinute: limits.signIn,
      }),
    );
  };
}
