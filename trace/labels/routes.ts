import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { maxLabels } from './label.ts';
import type { Labels } from './openLabels.ts';
import { sheets } from './sheets.ts';

const tags = ['Traceability'];
const anchor = Type.String({ minLength: 1, maxLength: 500, description: 'Digital Link of what is labelled' });
const kind = Type.Unsafe<'qr' | 'datamatrix'>({ type: 'string', enum: ['qr', 'datamatrix'], default: 'qr' });
const plain = () => (payload: unknown) => payload as string;
const millimetres = Type.Number({ description: 'millimetres' });

const PrintBody = Type.Object(
  {
    anchor,
    kind: Type.Optional(kind),
    sheet: Type.String({ maxLength: 40, default: '63x38' }),
    language: Type.Optional(Type.Unsafe<'zh' | 'en' | 'both'>({ type: 'string', enum: ['zh', 'en', 'both'] })),
    copies: Type.Optional(Type.Integer({ minimum: 1, maximum: maxLabels })),
    skip: Type.Optional(Type.Integer({ minimum: 0, maximum: 100, description: 'used places on the first sheet' })),
    serials: Type.Optional(
      Type.Object(
        {
          prefix: Type.String({ maxLength: 19, default: '' }),
          first: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
          last: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
          digits: Type.Integer({ minimum: 1, maximum: 20, default: 1 }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

/** How often one caller may have files written: a page takes tens of milliseconds to set. */
const rateLimit = { max: 60, timeWindow: 60_000 };

/** Codes as images and labels as sheets. */
export const labelRoutes: FastifyPluginAsyncTypebox<{ labels: Labels }> = async (app, { labels }) => {
  app.get(
    '/api/trace/labels/code',
    {
      config: { access: 'trace:label' },
      schema: {
        tags,
        summary: 'A code as an image',
        description: 'A QR code with the Digital Link, or a GS1 DataMatrix with the element string.',
        querystring: Type.Object({
          anchor,
          kind,
          format: Type.Unsafe<'svg' | 'png'>({ type: 'string', enum: ['svg', 'png'], default: 'svg' }),
          scale: Type.Integer({ minimum: 1, maximum: 40, default: 8, description: 'pixels a module of a PNG image' }),
        }),
        response: { 200: Type.Unsafe<string | Buffer>({ type: 'string', description: 'image/svg+xml or image/png' }) },
      },
      serializerCompiler: plain,
    },
    async ({ query }, reply) => {
      const { type, image } = await labels.drawCode(query);
      return reply.type(type).header('cache-control', 'private, max-age=3600').send(image);
    },
  );

  app.get(
    '/api/trace/labels/sheets',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Sheets of labels',
        response: {
          200: Type.Object({
            root: Type.String({ description: 'where the codes lead' }),
            sheets: Type.Array(
              Type.Object({
                id: Type.String(),
                columns: Type.Integer(),
                rows: Type.Integer(),
                width: millimetres,
                height: millimetres,
              }),
            ),
          }),
        },
      },
    },
    async () => ({
      root: labels.root,
      sheets: sheets.map(({ id, columns, rows, width, height }) => ({ id, columns, rows, width, height })),
    }),
  );

  app.post(
    '/api/trace/labels/sheet',
    {
      config: { access: 'trace:label', rateLimit },
      schema: {
        tags,
        summary: 'Labels on A4 sheets, as PDF',
        description: 'For a lot, or for a range of serial numbers. Print at 100 %.',
        body: PrintBody,
        response: { 200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: 'application/pdf' }) },
      },
      serializerCompiler: plain,
    },
    async ({ body }, reply) => {
      const { kind: wanted = 'qr', language = 'both', copies, skip, serials, ...rest } = body;
      const pdf = await labels.print({
        ...rest,
        kind: wanted,
        language,
        ...(copies === undefined ? {} : { copies }),
        ...(skip === undefined ? {} : { skip }),
        ...(serials === undefined ? {} : { serials }),
      });
      reply.type('application/pdf').header('cache-control', 'private, no-store');
      return reply.header('content-disposition', 'attachment; filename="labels.pdf"').send(pdf);
    },
  );
};
