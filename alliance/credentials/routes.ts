import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { JsonValue } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import type { Acts } from '../acts/openActs.ts';
import type { Dids } from '../dids/openDids.ts';
import type { Principal } from '../principal.ts';
import type { Action } from '../rights/actions.ts';
import type { Rights } from '../rights/openRights.ts';
import { credentialErrors } from './errors.ts';
import type { CredentialRow } from './issue/issuedCredentials.ts';
import { toIssued } from './issue/issuedCredentials.ts';
import type { CredentialFormat } from './model.ts';
import type { Credentials } from './openCredentials.ts';
import {
  credentialText,
  heldSchema,
  idParams,
  issueBody,
  issuedSchema,
  nextPageToken,
  pageQuery,
  presentationSchema,
  presentBody,
  reasonSchema,
  typeBody,
  typeSchema,
} from './schemas.ts';

export interface CredentialRoutesParameters {
  credentials: Credentials;
  dids: Dids;
  rights: Rights;
  acts: Acts;
}

const tags = ['Credentials'];

/** The caller of a route that nobody reaches without a right. */
export function callerOf({ principal }: FastifyRequest): Principal {
  if (!principal) throw new Error('a guarded route was reached by nobody');
  return principal;
}

/** Records an act about the caller's own credentials or keys. */
function actOf(acts: Acts, principal: Principal, action: Action, detail: Record<string, JsonValue> = {}) {
  return (tx: Tx, id: string) =>
    acts.recordAct(tx, {
      principal,
      action,
      resource: { type: 'Credential', id, member: principal.member },
      detail,
    });
}

const mediaTypes = {
  'data-integrity': ['application/vc', 'json'],
  'vc+jwt': ['application/vc+jwt', 'jwt'],
  'dc+sd-jwt': ['application/dc+sd-jwt', 'sd-jwt'],
} as const satisfies Record<CredentialFormat, readonly [string, string]>;

function sendFile(
  reply: FastifyReply,
  { type, format, credential }: { type: string; format: CredentialFormat; credential: string },
) {
  const [mediaType, ending] = mediaTypes[format];
  const name = type.replace(/[^A-Za-z0-9]/g, '').slice(0, 60) || 'credential';
  return reply
    .header('content-disposition', `attachment; filename="${name}.${ending}"`)
    .header('cache-control', 'no-store')
    .type(mediaType)
    .send(credential);
}

/** Credentials of the own organisation: issued, held, presented. */
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
