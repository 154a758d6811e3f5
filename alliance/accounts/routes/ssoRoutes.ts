import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { callerOf } from '../askAccounts.ts';
import {
  nothing,
  ssoCallbackParams,
  ssoCallbackQuery,
  ssoChangeBody,
  ssoConfirmBody,
  ssoConfirmParams,
  ssoOrNullSchema,
  ssoSignInBody,
  ssoSignInSchema,
} from '../schemas.ts';
import {
  confirmDomains,
  readSingleSignOn,
  redirectUriOf,
  removeSingleSignOn,
  setSingleSignOn,
} from '../sso/providers.ts';
import { finishSingleSignOn, startLinking, startSingleSignOn } from '../sso/signInWithProvider.ts';
import { personOf, type RouteParts, setPrivate } from './routeParts.ts';

const access = 'organisation:set-sign-in';

/** Single sign-on with an organisation's own identity provider (OpenID Connect). */
export function ssoRoutes({ parts, signInsPerMinute }: RouteParts): FastifyPluginAsyncTypebox {
  const publicConfig = { access: 'public', rateLimit: { max: signInsPerMinute } } as const;
  const answer = async (member: string) => ({
    singleSignOn: await readSingleSignOn(parts, member),
    redirectUri: redirectUriOf(parts, member),
  });
  return async (app) => {
    app.post(
      '/api/auth/sso',
      {
        config: publicConfig,
        schema: {
          summary: "Begin to sign in at an organisation's identity provider",
          tags: ['Accounts'],
          body: ssoSignInBody,
          response: { 200: ssoSignInSchema },
        },
      },
      async (request, reply) => {
        const { setCookies, url } = await startSingleSignOn(parts, callerOf(request), request.body);
        setPrivate(reply, setCookies);
        return { url };
      },
    );

    app.get(
      '/api/auth/sso/callback/:providerId',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Where identity providers send the browser back to',
          tags: ['Accounts'],
          params: ssoCallbackParams,
          querystring: ssoCallbackQuery,
          response: { 302: nothing('To the console') },
        },
      },
      async (request, reply) => {
        const { providerId } = request.params;
        const query = Object.fromEntries(Object.entries(request.query).filter(([, value]) => value !== undefined));
        const { setCookies, location } = await finishSingleSignOn(parts, callerOf(request), { providerId, query });
        setPrivate(reply, setCookies);
        return reply.redirect(location, 302);
      },
    );

    app.post(
      '/api/account/sso',
      {
        config: { access: 'account:change' },
        schema: {
          summary: 'Link the identity provider of the own organisation to the own account',
          tags: ['Accounts'],
          response: { 200: ssoSignInSchema },
        },
      },
      async (request, reply) => {
        const { setCookies, url } = await startLinking(parts, callerOf(request), personOf(request));
        setPrivate(reply, setCookies);
        return { url };
      },
    );

    app.get(
      '/api/organisation/sso',
      {
        config: { access },
        schema: {
          summary: 'The identity provider of the own organisation, without its secret',
          tags: ['People'],
          response: { 200: ssoOrNullSchema },
        },
      },
      async (request) => answer(personOf(request).member),
    );

    app.put(
      '/api/organisation/sso',
      {
        config: { access, rateLimit: { max: signInsPerMinute } },
        schema: {
          summary: 'Set the identity provider; its configuration is read at once',
          tags: ['People'],
          body: ssoChangeBody,
          response: { 200: ssoOrNullSchema },
        },
      },
      async (request) => {
        const principal = personOf(request);
        await setSingleSignOn(parts, { principal, ...request.body });
        return answer(principal.member);
      },
    );

    app.delete(
      '/api/organisation/sso',
      {
        config: { access },
        schema: {
          summary: 'Remove the identity provider; who signed in with it is signed out',
          tags: ['People'],
          response: { 204: nothing('Removed') },
        },
      },
      async (request, reply) => {
        await removeSingleSignOn(parts, personOf(request));
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/api/organisations/:slug/sso/domains',
      {
        config: { access: 'platform:administer' },
        schema: {
          summary: 'Confirm which e-mail domains are an organisation’s own; the others lose their confirmation',
          tags: ['People'],
          params: ssoConfirmParams,
          body: ssoConfirmBody,
          response: { 200: ssoOrNullSchema },
        },
      },
      async (request) => {
        const { slug } = request.params;
        await confirmDomains(parts, { principal: personOf(request), slug, domains: request.body.domains });
        return answer(slug);
      },
    );
  };
}
