import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { callerOf } from '../alliance/index.ts';
import { emailSchema, sessionSchema } from './schemas.ts';
import { describeSession, type SessionRoutesParameters } from './sessionRoutes.ts';

/** The first operator account, made once with the token that was printed at the start. */
export function setupRoutes({ alliance, limits }: SessionRoutesParameters): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/setup',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Whether the first operator account is still to be made',
          tags: ['Accounts'],
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
          tags: ['Accounts'],
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
        const { email, password } = request.body;
        await alliance.completeSetup(request.body);
        const { setCookies } = await alliance.people.signIn(callerOf(request), { email, password });
        const cookie = setCookies.map((line) => line.split(';', 1)[0]).join('; ');
        reply.code(201).header('set-cookie', setCookies).header('cache-control', 'no-store');
        return describeSession(alliance, new Headers({ cookie }));
      },
    );
  };
}
