import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { acceptInvitation, lookAtInvitation, startInvitationPasskey } from '../acceptInvitation.ts';
import { callerOf } from '../askAccounts.ts';
import { findInvitations, invite, revokeInvitation } from '../invitations.ts';
import {
  acceptBody,
  idParams,
  invitationPasskeyBody,
  invitationsSchema,
  inviteBody,
  invitedSchema,
  inviteOrganisationBody,
  lookBody,
  lookedSchema,
  nothing,
  pageQuery,
  passkeyOptionsSchema,
} from '../schemas.ts';
import { answerSignIn, personOf, type RouteParts, setPrivate, signedInSchema } from './routeParts.ts';

const tags = ['People'];

/** The two kinds of invitations: into the own organisation, and of a new one. */
const kinds = [
  { path: '/api/organisation/invitations', access: 'people:invite', founding: false, what: 'people' },
  { path: '/api/organisations/invitations', access: 'organisations:invite', founding: true, what: 'organisations' },
] as const;

/** Invitations: made, listed, taken back, accepted. Tokens travel in bodies only. */
export function invitationRoutes(route: RouteParts): FastifyPluginAsyncTypebox {
  const { parts, signInsPerMinute } = route;
  return async (app) => {
    for (const { path, access, founding, what } of kinds) {
      app.get(
        path,
        {
          config: { access },
          schema: {
            summary: `Invitations of ${what} that the own organisation made`,
            tags,
            querystring: pageQuery,
            response: { 200: invitationsSchema },
          },
        },
        async (request) => {
          const { perPage, nextPageToken: pageToken } = request.query;
          const page = await findInvitations(parts, { member: personOf(request).member, founding, perPage, pageToken });
          return { invitations: page.items, nextPageToken: page.nextPageToken };
        },
      );

      app.delete(
        `${path}/:id`,
        {
          config: { access },
          schema: {
            summary: 'Take an invitation back',
            tags,
            params: idParams,
            response: { 204: nothing('Taken back') },
          },
        },
        async (request, reply) => {
          await revokeInvitation(parts, { principal: personOf(request), ...request.params });
          return reply.code(204).send(null);
        },
      );
    }

    app.post(
      kinds[0].path,
      {
        config: { access: kinds[0].access },
        schema: {
          summary: 'Invite somebody into the own organisation',
          tags,
          body: inviteBody,
          response: { 201: invitedSchema },
        },
      },
      async (request, reply) => {
        setPrivate(reply.code(201));
        const { email, roles, language = 'zh-CN' } = request.body;
        return invite(parts, { principal: personOf(request), email, roles, language });
      },
    );

    app.post(
      kinds[1].path,
      {
        config: { access: kinds[1].access },
        schema: {
          summary: 'Invite the first administrator of a new organisation, which starts as a guest',
          tags,
          body: inviteOrganisationBody,
          response: { 201: invitedSchema },
        },
      },
      async (request, reply) => {
        setPrivate(reply.code(201));
        const { email, organisation: founds, language = 'zh-CN' } = request.body;
        return invite(parts, { principal: personOf(request), email, roles: ['admin'], language, founds });
      },
    );

    const config = { access: 'public', rateLimit: { max: signInsPerMinute } } as const;
    app.post(
      '/api/invitations/look',
      {
        config,
        schema: { summary: 'What an invitation is for', tags, body: lookBody, response: { 200: lookedSchema } },
      },
      async (request, reply) => {
        setPrivate(reply);
        return lookAtInvitation(parts, callerOf(request), request.body.token);
      },
    );

    app.post(
      '/api/invitations/passkey-options',
      {
        config,
        schema: {
          summary: 'Begin to accept an invitation with a passkey',
          tags,
          body: invitationPasskeyBody,
          response: { 200: passkeyOptionsSchema },
        },
      },
      async (request, reply) => {
        const { setCookies, options } = await startInvitationPasskey(parts, callerOf(request), request.body);
        setPrivate(reply, setCookies);
        return options;
      },
    );

    app.post(
      '/api/invitations/accept',
      {
        config,
        schema: {
          summary: 'Accept an invitation with a name and a password or a passkey; signs in',
          tags,
          body: acceptBody,
          response: { 201: signedInSchema(route) },
        },
      },
      async (request, reply) => {
        const signedIn = await acceptInvitation(parts, callerOf(request), request.body);
        reply.code(201);
        return answerSignIn(route, { request, reply, signedIn });
      },
    );
  };
}
