import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { type AccountRoutesParameters, askAccounts, signIn } from './askAccounts.ts';
import { emailSchema, sessionSchema } from './schemas.ts';
import { toHeaders } from './toHeaders.ts';

const passwordSchema = Type.String({ minLength: 1, maxLength: 128 });

/** Sign-in and sign-out, and who is signed in. */
export function sessionRoutes(accounts: AccountRoutesParameters): FastifyPluginAsyncTypebox {
  const { alliance, limits } = accounts;
  return async (app) => {
    app.get(
      '/api/session',
      {
        config: { access: 'public' },
        schema: { summary: 'Who is signed in', tags: ['Alliance'], response: { 200: sessionSchema } },
      },
      async (request, reply) => {
        const { principal, setCookies } = await alliance.authenticate({ headers: toHeaders(request), refresh: true });
        if (setCookies.length > 0) reply.header('set-cookie', setCookies);
        reply.header('cache-control', 'no-store');
        const permissions = alliance.rights.permissionsOf(principal);
        return { principal, permissions, setupNeeded: principal ? false : await alliance.isSetupNeeded() };
      },
    );

    app.post(
      '/api/auth/sign-in/email',
      {
        config: { access: 'public', rateLimit: { max: limits.signIn } },
        schema: {
          summary: 'Sign in; the answer sets the session cookie',
          tags: ['Alliance'],
          body: Type.Object({
            email: emailSchema,
            password: passwordSchema,
            rememberMe: Type.Optional(Type.Boolean({ description: 'False: only until the browser is closed' })),
          }),
          response: { 200: sessionSchema },
        },
      },
      async (request, reply) => {
        const principal = await signIn(accounts, { request, reply, credentials: request.body });
        return { principal, permissions: alliance.rights.permissionsOf(principal), setupNeeded: false };
      },
    );

    app.post(
      '/api/auth/sign-out',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Sign out: ends the session',
          tags: ['Alliance'],
          response: { 204: Type.Null({ description: 'Signed out' }) },
        },
      },
      async (request, reply) => {
        const setCookies = await askAccounts(accounts, { request, path: '/sign-out', body: {} });
        return reply.code(204).header('set-cookie', setCookies).send(null);
      },
    );

    app.post(
      '/api/auth/change-password',
      {
        config: { access: 'signedIn', rateLimit: { max: limits.signIn } },
        schema: {
          summary: 'Change the own password; ends all other sessions',
          tags: ['Alliance'],
          body: Type.Object({
            currentPassword: passwordSchema,
            newPassword: Type.String({ minLength: 10, maxLength: 128 }),
          }),
          response: { 204: Type.Null({ description: 'Changed' }) },
        },
      },
      async (request, reply) => {
        const body = { ...request.body, revokeOtherSessions: true };
        const setCookies = await askAccounts(accounts, { request, path: '/change-password', body });
        return reply.code(204).header('set-cookie', setCookies).send(null);
      },
    );
  };
}
