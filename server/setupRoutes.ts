import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { type AccountRoutesParameters, signIn } from './askAccounts.ts';
import { emailSchema, sessionSchema } from './schemas.ts';

/** The first operator account, made once with the token that was printed at the start. */
export function setupRoutes(accounts: AccountRoutesParameters): FastifyPluginAsyncTypebox {
  const { alliance, limits } = accounts;
  return async (app) => {
    app.get(
      '/api/setup',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Whether the first operator account is still to be made',
          tags: ['Alliance'],
          response: { 200: Type.Object({ needed: Type.Boolean() }) },
        },
      },
      async () => ({ needed: await alliance.isSetupNeeded() }),
    );

    app.post(
      '/api/setup',
      {
        config: { access: 'public', rateLimit: { max: limits.signIn } },
        schema: {
          summary: 'Make the first operator account with the one-time token',
          description: 'The token is printed when the platform starts. The answer signs the operator in.',
          tags: ['Alliance'],
          body: Type.Object({
            token: Type.String({ minLength: 1, maxLength: 128 }),
            name: Type.String({ minLength: 1, maxLength: 100 }),
            email: emailSchema,
            password: Type.String({ minLength: 1, maxLength: 1_000, description: '10 to 128 characters' }),
          }),
          response: { 201: sessionSchema },
        },
      },
      async (request, reply) => {
        await alliance.completeSetup(request.body);
        const principal = await signIn(accounts, { request, reply, credentials: request.body });
        const permissions = alliance.rights.permissionsOf(principal);
        return reply.code(201).send({ principal, permissions, setupNeeded: false });
      },
    );
  };
}
