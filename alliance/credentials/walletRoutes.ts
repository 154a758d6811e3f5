import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { credentialErrors } from './errors.ts';
import { actOf, type CredentialRoutesParameters, callerOf, sendFile, tags } from './routeParts.ts';
import { heldSchema, idParams, nextPageToken, pageQuery, presentationSchema, presentBody } from './schemas.ts';

/** The wallet of the own organisation: what it holds, and presenting it. */
export function walletRoutes({ credentials, acts }: CredentialRoutesParameters): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/credentials/held',
      {
        config: { access: 'credential:read' },
        schema: {
          summary: 'Credentials that the own organisation holds, newest first',
          tags,
          querystring: pageQuery,
          response: { 200: Type.Object({ credentials: Type.Array(heldSchema), nextPageToken }) },
        },
      },
      async (request) => {
        const { perPage, nextPageToken: pageToken } = request.query;
        const page = await credentials.findHeld({ member: callerOf(request).member, perPage, pageToken });
        return { credentials: page.items, nextPageToken: page.nextPageToken };
      },
    );

    app.post(
      '/api/credentials/held',
      {
        config: { access: 'credential:hold' },
        schema: {
          summary: 'Take a credential into the wallet',
          description: 'It is verified first, and has to be about the own organisation.',
          tags,
          body: Type.Object(
            { credential: Type.String({ minLength: 10, maxLength: 262_144 }) },
            { additionalProperties: false },
          ),
          response: { 201: Type.Object({ id: Type.String() }) },
        },
      },
      async (request, reply) => {
        const principal = callerOf(request);
        const { credential } = request.body;
        const held = await credentials.hold(
          { member: principal.member, credential },
          actOf(acts, principal, 'credential:hold'),
        );
        reply.code(201);
        return held;
      },
    );

    app.get(
      '/api/credentials/held/:id/file',
      {
        config: { access: 'credential:read' },
        schema: { summary: 'A held credential as a file', tags, params: idParams },
      },
      async (request, reply) => {
        const { id } = request.params;
        const [row] = await credentials.readHeld(callerOf(request).member, [id]);
        if (!row) throw credentialErrors.unknown({ id });
        return sendFile(reply, row);
      },
    );

    app.delete(
      '/api/credentials/held/:id',
      {
        config: { access: 'credential:hold' },
        schema: {
          summary: 'Take a credential out of the wallet',
          tags,
          params: idParams,
          response: { 204: Type.Null({ description: 'Taken out' }) },
        },
      },
      async (request, reply) => {
        const principal = callerOf(request);
        const { id } = request.params;
        const act = actOf(acts, principal, 'credential:hold', { removed: true });
        await credentials.removeHeld({ member: principal.member, id }, (tx) => act(tx, id));
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/api/credentials/presentations',
      {
        config: { access: 'credential:hold' },
        schema: {
          summary: 'Show held credentials to one verifier',
          description:
            'Signed with the own key for the verifier’s challenge and domain. Nothing is sent to the verifier.',
          tags,
          body: presentBody,
          response: { 200: presentationSchema },
        },
      },
      async (request, reply) => {
        reply.header('cache-control', 'no-store');
        return credentials.present({ ...request.body, member: callerOf(request).member });
      },
    );
  };
}
