import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Principal, Rights } from '../../alliance/index.ts';
import type { ProofBundle } from '../../proof/index.ts';
import type { Evidence } from '../createEvidence.ts';
import { asResource } from '../erase.ts';
import { toPublic } from '../readEvidence.ts';
import { EvidenceBody, maxBytes } from '../record/evidenceItem.ts';
import { OwnRecord, Page, Params, PublicRecord, ReadRecord, Recorded, RecordedList } from './schemas.ts';

const tags = ['Evidence'];

export interface RecordRoutesOptions {
  evidence: Evidence;
  rights: Pick<Rights, 'require'>;
}

/** Recording evidence and reading it. */
export const recordRoutes: FastifyPluginAsyncTypebox<RecordRoutesOptions> = async (app, { evidence, rights }) => {
  app.post(
    '/evidence',
    {
      bodyLimit: maxBytes,
      config: { access: 'evidence:record' },
      // Every fault of every item is named at once, which the first broken rule of a schema would not.
      validatorCompiler: () => () => true,
      schema: {
        tags,
        summary: 'Record evidence of files or payloads',
        description:
          'One item or up to 10,000. The answer comes when all of them are durable; nothing is recorded when one is ' +
          'faulty. With Idempotency-Key the same request can be sent again without recording anything twice.',
        headers: Type.Object({
          'idempotency-key': Type.Optional(Type.String({ description: '1 to 200 visible ASCII characters' })),
        }),
        body: EvidenceBody,
        response: { 201: Type.Union([Recorded, RecordedList]) },
      },
      serializerCompiler: () => JSON.stringify,
    },
    async (request, reply) => {
      const { member } = toPrincipal(request.principal);
      const { body } = request;
      const recorded = await evidence.record({ member, body, idempotencyKey: request.headers['idempotency-key'] });
      const { time, items, repeated } = recorded;
      reply.code(201);
      if (repeated) reply.header('idempotency-replayed', 'true');
      const [first] = items;
      if (Array.isArray(body) || !first) return { time, items };
      return reply.header('location', `/evidence/${first.id}`).send({ ...first, time });
    },
  );

  app.get(
    '/evidence',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Find the records of a file',
        description: 'By the SHA-256 of the file, whoever recorded it; at most a hundred, the oldest first.',
        querystring: Type.Object({ digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
        response: { 200: Type.Object({ items: Type.Array(PublicRecord) }) },
      },
    },
    async ({ query }) => ({ items: await evidence.findByDigest(query.digest) }),
  );

  app.get(
    '/evidence/records',
    {
      config: { access: 'evidence:read' },
      schema: {
        tags,
        summary: "List the member's own evidence",
        description: 'Newest first, with what is private. An operator may name another member.',
        querystring: Type.Object({
          member: Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' })),
          perPage: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
          nextPageToken: Type.Optional(Type.String({ maxLength: 500 })),
        }),
        response: { 200: Page },
      },
    },
    async ({ principal: caller, query }) => {
      const principal = toPrincipal(caller);
      const { member = principal.member, perPage, nextPageToken } = query;
      rights.require({ principal, action: 'evidence:read', resource: asResource({ id: '*', member }) });
      return evidence.list({ member, perPage, nextPageToken });
    },
  );

  app.get(
    '/evidence/:id',
    {
      config: { access: 'public' },
      schema: { tags, summary: 'Read a record', params: Params, response: { 200: ReadRecord } },
    },
    async ({ params }) => {
      const { record, anchor } = await evidence.read(params.id);
      return { ...toPublic(record), anchor, bundle: `/api/log/statements/${record.id}/bundle` };
    },
  );

  app.get(
    '/evidence/:id/notes',
    {
      config: { access: 'evidence:read' },
      schema: {
        tags,
        summary: 'Read an own record with what is private',
        params: Params,
        response: { 200: OwnRecord },
      },
    },
    async ({ principal, params }) => {
      const { record } = await evidence.read(params.id);
      rights.require({ principal, action: 'evidence:read', resource: asResource(record) });
      return record;
    },
  );

  app.get(
    '/evidence/:id/bundle',
    {
      config: { access: 'evidence:read' },
      schema: {
        tags,
        summary: 'The proof bundle of an own record, with its private payload',
        description: 'Everybody gets it without the payload under /api/log/statements/{id}/bundle.',
        params: Params,
        response: { 200: Type.Unsafe<ProofBundle>({ type: 'object', additionalProperties: true }) },
      },
    },
    async ({ principal, params }, reply) => reply.send(await evidence.readOwnBundle(params.id, toPrincipal(principal))),
  );

  app.delete(
    '/evidence/:id/payload',
    {
      config: { access: 'evidence:erase' },
      schema: {
        tags,
        summary: 'Erase what is private of a record',
        description:
          'Its payload with the salt, its name and its size, for good. The statement and its proof stay. Who erased it, ' +
          'when and why is kept for the audit.',
        params: Params,
        body: Type.Object(
          { reason: Type.String({ minLength: 3, maxLength: 1_000, description: 'Why; kept for the audit' }) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ id: Type.String(), erasedAt: Type.String(), hadPayload: Type.Boolean() }) },
      },
    },
    async ({ principal, params, body }) =>
      evidence.erase({ id: params.id, principal: toPrincipal(principal), reason: body.reason }),
  );
};

function toPrincipal(principal: Principal | null): Principal {
  if (!principal) throw new Error('A route that needs a principal was declared public.');
  return principal;
}
