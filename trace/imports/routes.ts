import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Access } from '../access/openAccess.ts';
import { requireMember } from '../queries/routes.ts';
import { parseEventQuery, parsePaging } from '../query/parseQuery.ts';
import { Paging } from '../routes/schemas.ts';
import { columns } from './columns.ts';
import { importErrors } from './errors.ts';
import { type ExportFormat, exportFormats } from './exportEvents.ts';
import type { Imports } from './openImports.ts';
import type { FilePreview } from './previewFile.ts';
import { unreadable } from './refuse.ts';
import {
  ConfirmQuery,
  FileQuery,
  ImportBody,
  ImportsBody,
  PreviewBody,
  TemplateParams,
  TemplateQuery,
} from './schemas.ts';
import { limits } from './table.ts';

const tags = ['Traceability'];
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mediaTypes: Record<ExportFormat | 'xlsx', string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  xlsx,
};
/** More problems than these are counted and not listed. */
const mostProblems = 1_000;
const usualOffset = '+08:00';

export interface ImportRoutesOptions {
  imports: Imports;
  access: Pick<Access, 'toViewer'>;
}

/** Import of tables and export of events, for enterprises. */
export const importRoutes: FastifyPluginAsyncTypebox<ImportRoutesOptions> = async (app, { imports, access }) => {
  // Whatever a browser or program says of a table, its first bytes tell what it is.
  app.addContentTypeParser(['text/csv', 'application/octet-stream', xlsx], { parseAs: 'buffer' }, (_, body, done) =>
    done(null, body),
  );
  const upload = { config: { access: 'trace:import' }, bodyLimit: limits.bytes } as const;

  app.get(
    '/api/trace/imports/templates/:template',
    {
      config: { access: 'public' },
      schema: { tags, summary: 'Download a template', params: TemplateParams, querystring: TemplateQuery },
    },
    async ({ params: { template }, query: { format = 'xlsx', language = 'zh-CN' } }, reply) =>
      reply
        .type(mediaTypes[format])
        .header('Content-Disposition', `attachment; filename="xiangyu-${template}.${format}"`)
        .send(await imports.writeTemplate({ template, format, language })),
  );

  app.post(
    '/api/trace/imports/preview',
    {
      ...upload,
      schema: {
        tags,
        summary: 'See what a table would import',
        description:
          'The body is a CSV file (UTF-8, UTF-16 or GB18030) or an .xlsx workbook that follows a template. Every row comes ' +
          'back with everything that is wrong with it; nothing is stored.',
        consumes: ['text/csv', xlsx, 'application/octet-stream'],
        querystring: FileQuery,
        response: { 200: PreviewBody },
      },
    },
    async ({ body, query: { template = null, offset = usualOffset } }) =>
      show(await imports.preview({ bytes: readBytes(body), template, offset })),
  );

  app.post(
    '/api/trace/imports',
    {
      ...upload,
      schema: {
        tags,
        summary: 'Import a table',
        description:
          'Captures the events of the file, all or none. With `digest` only the file that was looked at is taken. A file ' +
          'that was imported before is answered with its first import and stores nothing.',
        consumes: ['text/csv', xlsx, 'application/octet-stream'],
        querystring: ConfirmQuery,
        response: { 200: ImportBody },
      },
    },
    async ({ body, principal, query: { template = null, offset = usualOffset, name = '', digest = null } }) => {
      const { member, name: person } = requireMember(principal);
      return imports.confirm({ bytes: readBytes(body), template, offset, name, digest, member, person });
    },
  );

  app.get(
    '/api/trace/imports',
    {
      config: { access: 'trace:import' },
      schema: { tags, summary: 'List the own imports', querystring: Paging, response: { 200: ImportsBody } },
    },
    async ({ principal, query }) => imports.list({ member: requireMember(principal).member, ...parsePaging(query) }),
  );

  app.get(
    '/api/trace/export',
    {
      config: { access: 'trace:read' },
      schema: {
        tags,
        summary: 'Export events',
        description:
          'Everything that the caller may see, or what query parameters of /epcis/events choose, in the order of its ' +
          'capture: `format=json` and `format=xml` give one EPCISDocument, `format=csv` a table.',
        produces: ['application/json', 'application/xml', 'text/csv'],
      },
    },
    async (request, reply) => {
      const { format: given = 'json', ...rest } = request.query as Record<string, unknown>;
      const format = exportFormats.find((one) => one === given);
      if (!format) throw importErrors.formatUnknown({ value: JSON.stringify(String(given).slice(0, 40)) });
      const viewer = await access.toViewer(request.principal);
      const events = imports.export({ query: parseEventQuery(rest), viewer, format });
      return reply
        .type(mediaTypes[format])
        .header('Content-Disposition', `attachment; filename="xiangyu-events.${format}"`)
        .send(Readable.from(events, { objectMode: false, highWaterMark: 64 * 1024 }));
    },
  );
};

function readBytes(body: unknown): Uint8Array {
  if (Buffer.isBuffer(body)) return body;
  throw unreadable('the request has no file', '请求中没有文件');
}

function show({ columns: ids, rows, problems, document: _, ...rest }: FilePreview) {
  return {
    ...rest,
    columns: ids.map((id) => ({ id, zh: columns[id].zh, en: columns[id].en })),
    rows: rows.map(({ number, texts }) => ({ number, texts })),
    problems: problems.slice(0, mostProblems),
    problemCount: problems.length,
  };
}
