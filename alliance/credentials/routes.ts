import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Principal } from '../principal.ts';
import type { Action } from '../rights/actions.ts';
import { credentialErrors } from './errors.ts';
import type { CredentialRow } from './issue/issuedCredentials.ts';
import { toIssued } from './issue/issuedCredentials.ts';
import { actOf, type CredentialRoutesParameters, callerOf, sendFile, tags } from './routeParts.ts';
import {
  credentialText,
  idParams,
  issueBody,
  issuedSchema,
  nextPageToken,
  pageQuery,
  reasonSchema,
  typeBody,
  typeSchema,
} from './schemas.ts';

/** Credentials of the own organisation: issued, and their status. */
export function credentialRoutes(parameters: CredentialRoutesParameters): FastifyPluginAsyncTypebox {
  const { credentials, rights, acts } = parameters;

  /** A credential that the caller may do something to. @throws CREDENTIAL_UNKNOWN, RIGHTS_REFUSED */
  async function readFor(principal: Principal, action: Action, id: string): Promise<CredentialRow> {
    const row = await credentials.readIssued(id);
    // Nobody learns of credentials of others, whatever the id.
    if (!row || row.issuer_member !== principal.member) throw credentialErrors.unknown({ id });
    const { issuer, subject } = row;
    const resource = { type: 'Credential', id, member: row.issuer_member, attributes: { issuer, holder: subject } };
    rights.require({ principal, action, resource });
    return row;
  }

  return async (app) => {
    app.get(
      '/api/credentials',
      {
        config: { access: 'credential:read' },
        schema: {
          summary: 'Credentials that the own organisation issued, newest first',
          tags,
          querystring: pageQuery,
          response: { 200: Type.Object({ credentials: Type.Array(issuedSchema), nextPageToken }) },
        },
      },
      async (request) => {
        const { perPage, nextPageToken: pageToken } = request.query;
        const page = await credentials.findIssued({ member: callerOf(request).member, perPage, pageToken });
        return { credentials: page.items, nextPageToken: page.nextPageToken };
      },
    );

    app.post(
      '/api/credentials',
      {
        config: { access: 'credential:issue' },
        schema: {
          summary: 'Issue a credential',
          description: 'Signed as the own organisation’s DID. A subject that is a member here gets it into its wallet.',
          tags,
          body: issueBody,
          response: { 201: Type.Object({ ...issuedSchema.properties, credential: credentialText }) },
        },
      },
      async (request, reply) => {
        const principal = callerOf(request);
        const { format = 'data-integrity', validUntil, ...rest } = request.body;
        const { issued, credential } = await credentials.issue({
          ...rest,
          member: principal.member,
          format,
          validUntil: validUntil === undefined ? undefined : new Date(validUntil),
          also: actOf(acts, principal, 'credential:issue', { type: rest.type }),
        });
        reply.code(201).header('cache-control', 'no-store');
        return { ...issued, credential };
      },
    );

    app.post(
      '/api/credentials/accreditations',
      {
        config: { access: 'credential:issue' },
        schema: {
          summary: 'Issue the accreditation that an executed proposal decides',
          description:
            'Anybody of an admitted member may ask; what is issued is what the members decided: the line `accredit: member=… types=…` in the text of a free proposal.',
          tags,
          body: Type.Object(
            { proposal: Type.String({ pattern: '^[0-9a-zx]{1,80}$' }) },
            { additionalProperties: false },
          ),
          response: { 200: issuedSchema },
        },
      },
      (request) => {
        const { proposal } = request.body;
        return credentials.accredit(proposal, actOf(acts, callerOf(request), 'credential:issue', { proposal }));
      },
    );

    app.get(
      '/api/credentials/:id/file',
      {
        config: { access: 'credential:read' },
        schema: { summary: 'An issued credential as a file', tags, params: idParams },
      },
      async (request, reply) => sendFile(reply, await readFor(callerOf(request), 'credential:read', request.params.id)),
    );

    app.post(
      '/api/credentials/:id/status',
      {
        config: { access: 'credential:revoke' },
        schema: {
          summary: 'Suspend, reinstate or revoke a credential',
          description: 'The status list that says so is published before the answer. Revoking cannot be taken back.',
          tags,
          params: idParams,
          body: Type.Object(
            {
              change: Type.Unsafe<'suspend' | 'reinstate' | 'revoke'>({
                type: 'string',
                enum: ['suspend', 'reinstate', 'revoke'],
              }),
              reason: reasonSchema,
            },
            { additionalProperties: false },
          ),
          response: { 200: issuedSchema },
        },
      },
      async (request) => {
        const principal = callerOf(request);
        const { id } = request.params;
        const { change, reason } = request.body;
        await readFor(principal, 'credential:revoke', id);
        const act = actOf(acts, principal, 'credential:revoke', { change, reason });
        return credentials.changeStatus({ id, change, reason, also: (tx) => act(tx, id) });
      },
    );

    app.get(
      '/api/credentials/:id',
      {
        config: { access: 'credential:read' },
        schema: {
          summary: 'A credential that the own organisation issued',
          tags,
          params: idParams,
          response: { 200: Type.Object({ ...issuedSchema.properties, credential: credentialText }) },
        },
      },
      async (request) => {
        const row = await readFor(callerOf(request), 'credential:read', request.params.id);
        return { ...toIssued(row), credential: row.credential };
      },
    );

    app.post(
      '/api/credentials/types',
      {
        config: { access: 'credential:issue' },
        schema: {
          summary: 'Define a type of credentials for everybody',
          tags,
          body: typeBody,
          response: { 201: typeSchema },
        },
      },
      async (request, reply) => {
        const principal = callerOf(request);
        const act = actOf(acts, principal, 'credential:issue', { defined: request.body.name });
        const type = await credentials.defineType({ ...request.body, member: principal.member }, act);
        reply.code(201);
        return type;
      },
    );
  };
}
