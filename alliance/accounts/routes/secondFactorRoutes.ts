import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { callerOf } from '../askAccounts.ts';
import {
  enrolmentSchema,
  nothing,
  passwordProofBody,
  recoveryCodesSchema,
  secondFactorBody,
  totpCodeBody,
} from '../schemas.ts';
import { proveSecondFactor, removeSecondFactor, renewRecoveryCodes, startSecondFactor } from '../secondFactor.ts';
import { answerSignIn, type RouteParts, setPrivate, signedInSchema } from './routeParts.ts';

const tags = ['Accounts'];

/** The second factor of the own account: an authenticator app (RFC 6238) with recovery codes. */
export function secondFactorRoutes(route: RouteParts): FastifyPluginAsyncTypebox {
  const { parts, signInsPerMinute } = route;
  const config = { access: 'account:change', rateLimit: { max: signInsPerMinute } } as const;
  const signedIn = { 200: signedInSchema(route) };
  return async (app) => {
    app.post(
      '/api/account/second-factor',
      {
        config,
        schema: {
          summary: 'Begin to enrol an authenticator app; it counts once its first code was given',
          tags,
          body: passwordProofBody,
          response: { 200: enrolmentSchema },
        },
      },
      async (request, reply) => {
        setPrivate(reply);
        return startSecondFactor(parts, callerOf(request), request.body);
      },
    );

    app.post(
      '/api/account/second-factor/confirm',
      { config, schema: { summary: 'Enrol with the first code', tags, body: totpCodeBody, response: signedIn } },
      async (request, reply) => {
        const opened = await proveSecondFactor(parts, callerOf(request), request.body);
        return answerSignIn(route, { request, reply, signedIn: opened });
      },
    );

    app.post(
      '/api/account/second-factor/prove',
      {
        config,
        schema: {
          summary: 'Raise a session that was opened without the second factor',
          tags,
          body: secondFactorBody,
          response: signedIn,
        },
      },
      async (request, reply) => {
        const opened = await proveSecondFactor(parts, callerOf(request), request.body);
        return answerSignIn(route, { request, reply, signedIn: opened });
      },
    );

    app.post(
      '/api/account/second-factor/recovery-codes',
      {
        config,
        schema: {
          summary: 'Make fresh recovery codes; the ones before stop working',
          tags,
          body: passwordProofBody,
          response: { 200: recoveryCodesSchema },
        },
      },
      async (request, reply) => {
        setPrivate(reply);
        return { recoveryCodes: await renewRecoveryCodes(parts, callerOf(request), request.body) };
      },
    );

    app.post(
      '/api/account/second-factor/remove',
      {
        config,
        schema: {
          summary: 'Remove the second factor',
          tags,
          body: passwordProofBody,
          response: { 204: nothing('Removed') },
        },
      },
      async (request, reply) => {
        const { setCookies } = await removeSecondFactor(parts, callerOf(request), request.body);
        setPrivate(reply, setCookies);
        return reply.code(204).send(null);
      },
    );
  };
}
