import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { CooperationHouse } from '../house.ts';
import { callerOf, personOf } from '../identify.ts';
import { idParams, nothing, pageQuery, someText } from '../schemas.ts';
import { addDocument, mostFileBytes } from './addDocument.ts';
import { attachmentHeader, readFileName } from './fileName.ts';
import { findDocuments, findVersions, openContent } from './findDocuments.ts';
import { removeDocument } from './removeDocument.ts';
import { addedSchema, documentPageSchema, documentParams, versionParams, versionSchema } from './schemas.ts';

const tags = ['Cooperation'];
const path = '/api/cooperation/groups/:id/documents';
const reading = { access: 'cooperation:read-group' } as const;
/** How often one address may send files; the server enforces it. */
const sending = { access: 'cooperation:contribute', rateLimit: { max: 60, timeWindow: 60_000 } } as const;
const upload = {
  consumes: ['application/octet-stream'],
  headers: Type.Object({
    'content-disposition': Type.String({ description: "attachment; filename*=UTF-8''… (percent-encoded)" }),
    'x-media-type': Type.Optional(Type.String({ pattern: '^[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,100}$' })),
  }),
  body: Type.Unsafe<Buffer>({ description: 'The bytes of the file, 20 MiB at most' }),
};

function fileOf(request: FastifyRequest): { fileName: string; mediaType: string; content: Buffer } {
  const { body, headers } = request;
  const mediaType = headers['x-media-type'];
  return {
    fileName: readFileName(headers['content-disposition']),
    mediaType: typeof mediaType === 'string' ? mediaType : 'application/octet-stream',
    content: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
  };
}

/** Documents of working groups. */
export function documentRoutes(house: CooperationHouse): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    app.get(
      path,
      {
        config: reading,
        schema: {
          tags,
          summary: 'The documents of a group',
          params: idParams,
          querystring: Type.Object(pageQuery),
          response: { 200: documentPageSchema },
        },
      },
      async (request) =>
        findDocuments(house, { ...request.query, principal: callerOf(request), groupId: request.params.id }),
    );
    app.post(
      path,
      {
        bodyLimit: mostFileBytes,
        config: sending,
        schema: {
          tags,
          summary: 'Add a document',
          description:
            'The SHA-256 of the file goes into the evidence log; the file itself is for people of the group.',
          params: idParams,
          querystring: Type.Object({ title: Type.Optional(someText(200)) }),
          ...upload,
          response: { 201: addedSchema },
        },
      },
      async (request, reply) => {
        const { title } = request.query;
        const file = fileOf(request);
        const added = await addDocument(house, {
          principal: personOf(request),
          groupId: request.params.id,
          title,
          ...file,
        });
        return reply.code(201).send(added);
      },
    );
    app.get(
      `${path}/:documentId`,
      {
        config: reading,
        schema: {
          tags,
          summary: 'All versions of a document',
          params: documentParams,
          response: { 200: Type.Object({ items: Type.Array(versionSchema) }) },
        },
      },
      async (request) => {
        const { id, documentId } = request.params;
        return { items: await findVersions(house, { principal: callerOf(request), groupId: id, documentId }) };
      },
    );
    app.post(
      `${path}/:documentId`,
      {
        bodyLimit: mostFileBytes,
        config: sending,
        schema: { tags, summary: 'Add a version', params: documentParams, ...upload, response: { 201: addedSchema } },
      },
      async (request, reply) => {
        const { id, documentId } = request.params;
        const file = fileOf(request);
        const added = await addDocument(house, { principal: personOf(request), groupId: id, documentId, ...file });
        return reply.code(201).send(added);
      },
    );
    app.delete(
      `${path}/:documentId`,
      {
        config: { access: 'cooperation:contribute' },
        schema: { tags, summary: 'Remove a document', params: documentParams, response: { 204: nothing } },
      },
      async (request, reply) => {
        const { id, documentId } = request.params;
        await removeDocument(house, { principal: personOf(request), groupId: id, documentId });
        return reply.code(204).send(null);
      },
    );
    app.get(
      `${path}/:documentId/versions/:number/content`,
      {
        config: reading,
        schema: {
          tags,
          summary: 'The bytes of a version',
          params: versionParams,
          response: { 200: Type.Unsafe<Readable>({ type: 'string', format: 'binary' }) },
        },
      },
      async (request, reply) => {
        const { id, documentId, number } = request.params;
        const { version, pieces } = await openContent(house, {
          principal: callerOf(request),
          groupId: id,
          documentId,
          number,
        });
        // Whatever a file says it is, the browser saves it and runs nothing of it.
        reply
          .type('application/octet-stream')
          .header('content-disposition', attachmentHeader(version.fileName))
          .header('content-length', version.bytes)
          .header('x-content-type-options', 'nosniff')
          .header('cache-control', 'private, no-store');
        return reply.send(Readable.from(pieces, { objectMode: false }));
      },
    );
  };
}
