import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Trace } from '../createTrace.ts';
import { mostImageBytes } from './checkImage.ts';

const tags = ['Traceability'];
const HashParams = Type.Object({
  hash: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256, hexadecimal' }),
});
const AttachmentBody = Type.Object({
  hash: Type.String(),
  mediaType: Type.Unsafe<'image/jpeg' | 'image/webp'>({ type: 'string', enum: ['image/jpeg', 'image/webp'] }),
  sizeBytes: Type.Integer(),
});

/** Pictures of events: sent after the event that names them, shown to whoever may see it. */
export const attachmentRoutes: FastifyPluginAsyncTypebox<{ trace: Pick<Trace, 'attachments' | 'access'> }> = async (
  app,
  { trace: { attachments, access } },
) => {
  for (const type of ['image/jpeg', 'image/webp']) {
    app.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: mostImageBytes }, (_request, body, done) =>
      done(null, body),
    );
  }

  app.post(
    '/api/trace/attachments',
    {
      bodyLimit: mostImageBytes,
      config: { access: 'trace:attach' },
      schema: {
        tags,
        summary: 'Send a picture of an event',
        description:
          'The event comes first and names the SHA-256 of the picture in https://ns.xiangyu.example/epcis/photo. JPEG or ' +
          'WebP without camera data, 2 MiB at most. Sending the same picture again changes nothing.',
        consumes: ['image/jpeg', 'image/webp'],
        querystring: Type.Object({ eventID: Type.String({ minLength: 1, maxLength: 500 }) }),
        body: Type.Unsafe<Buffer>({ description: 'The bytes of the picture' }),
        response: { 201: AttachmentBody },
      },
    },
    async (request, reply) => {
      const { principal, query, headers, body } = request;
      const added = await attachments.attach({
        member: principal?.member ?? '',
        eventID: query.eventID,
        mediaType: (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '',
        content: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
      });
      return reply.code(201).header('location', `/api/trace/attachments/${added.hash}`).send(added);
    },
  );

  app.get(
    '/api/trace/attachments/:hash',
    {
      config: { access: 'public', identify: true },
      schema: {
        tags,
        summary: 'A picture by its hash',
        description: 'For whoever may see an event that names it.',
        params: HashParams,
        response: { 200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) => {
      const viewer = await access.toViewer(request.principal);
      const { content, mediaType } = await attachments.read(request.params.hash, viewer);
      // Never changes, but may be taken away: a browser asks again after an hour.
      return reply.type(mediaType).header('cache-control', 'private, max-age=3600').send(content);
    },
  );

  app.delete(
    '/api/trace/attachments/:hash',
    {
      // A right of people: a phone that was lost may record and send pictures, and take none away.
      config: { access: 'trace:set-audience' },
      schema: {
        tags,
        summary: 'Take a picture away from the own events',
        description: 'The events keep its hash, so that their proofs stay valid.',
        params: HashParams,
        response: { 204: Type.Null({ description: 'Taken away' }) },
      },
    },
    async (request, reply) => {
      await attachments.detach({ hash: request.params.hash, member: request.principal?.member ?? '' });
      return reply.code(204).send(null);
    },
  );
};
