import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { Dsp } from '../../dsp/dsp.ts';
import type { JsonObject } from '../../house.ts';
import type { Catalogue } from '../catalogue.ts';
import { exchangeContext } from '../context.ts';
import { catalogueErrors } from '../errors.ts';
import { filterProperties } from '../filterSchema.ts';
import { readCatalog, readEntry } from '../message/readCatalog.ts';
import { bodySchema, entrySchema, orNull, pageQuery, searchedSchema, slug } from '../schemas.ts';
import { callerOf } from './callerOf.ts';

const tags = ['Exchange catalogue'];
const reading = { access: 'exchange:read' } as const;
const path = '/api/exchange/catalog';
const formats = { jsonld: 'application/ld+json', turtle: 'text/turtle; charset=utf-8' } as const;

/** Browsing: the own catalogue as others see it, those of others by the Dataspace Protocol, and the export as DCAT. */
export function browseRoutes(
  catalogue: Catalogue,
  dsp: Pick<Dsp, 'requestCatalog' | 'requestDataset'>,
): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      path,
      {
        config: reading,
        schema: {
          tags,
          summary: 'The catalogues of all departments, or that of one, as other departments see it',
          description:
            "Another department's connector is asked by the Dataspace Protocol; in the search over all, those that run elsewhere " +
            'are shown as they were read last for the asking department, with the time and what went wrong since.',
          querystring: Type.Object({ ...pageQuery, ...filterProperties, department: Type.Optional(slug) }),
          response: {
            200: Type.Object({
              department: orNull(Type.String()),
              items: Type.Array(entrySchema),
              catalog: orNull(bodySchema),
              departments: Type.Array(searchedSchema),
              nextPageToken: orNull(Type.String()),
            }),
          },
        },
      },
      async (request) => {
        const { perPage, pageToken, department, ...search } = request.query;
        const { member } = callerOf(request);
        if (department === undefined) {
          const found = await catalogue.searchAll(member, search, { perPage, pageToken });
          return { department: null, catalog: null, ...found };
        }
        const filter = Object.keys(search).length > 0 ? [search as JsonObject] : undefined;
        const signal = AbortSignal.timeout(30_000);
        const page = pageToken === undefined ? {} : { page: pageToken };
        const { catalog, next } =
          department === member
            ? await catalogue.catalogFor(member, { did: '', slug: member }, filter, { perPage, pageToken })
            : await dsp.requestCatalog({
                participant: member,
                counterparty: department,
                ...(filter ? { filter } : {}),
                ...page,
                signal,
              });
        const items = readCatalog(catalog).map((entry) => ({ ...entry, department }));
        return { department, items, catalog, departments: [], nextPageToken: next };
      },
    );
    app.get(
      `${path}/:department/datasets/:id`,
      {
        config: reading,
        schema: {
          tags,
          summary: 'One dataset of a department, with its offer',
          params: Type.Object({ department: slug, id: Type.String({ maxLength: 500 }) }),
          response: { 200: Type.Object({ entry: entrySchema, dataset: bodySchema }) },
        },
      },
      async (request) => {
        const { member } = callerOf(request);
        const { department, id } = request.params;
        const caller = { did: '', slug: member };
        const dataset =
          department === member
            ? await catalogue.datasetFor(member, id, caller)
            : await dsp.requestDataset({ participant: member, counterparty: department, dataset: id });
        const entry = dataset && readEntry(dataset);
        if (!dataset || !entry) throw catalogueErrors.datasetUnknown({ id: id.slice(0, 60) });
        return { entry, dataset };
      },
    );
    app.get(
      `${path}/export`,
      {
        config: reading,
        schema: {
          tags,
          summary: 'The own catalogue, or one dataset of it, as DCAT 3 after DCAT-AP 3.0.1',
          produces: Object.values(formats),
          querystring: Type.Object({
            format: Type.Unsafe<keyof typeof formats>({
              type: 'string',
              enum: ['jsonld', 'turtle'],
              default: 'jsonld',
            }),
            dataset: Type.Optional(Type.String({ maxLength: 60 })),
          }),
        },
      },
      async (request, reply) => {
        const { format, dataset } = request.query;
        const { member } = callerOf(request);
        const options = dataset === undefined ? { format } : { format, dataset };
        const text = await catalogue.exportDcat(member, { slug: member, did: null }, options);
        if (text === null) throw catalogueErrors.datasetUnknown({ id: dataset ?? '' });
        return reply.type(formats[format]).send(text);
      },
    );
    app.get(
      '/api/exchange/context.jsonld',
      {
        config: { access: 'public' },
        schema: { tags, summary: 'The JSON-LD context of our terms', produces: [formats.jsonld] },
      },
      (_request, reply: FastifyReply) =>
        reply
          .type(formats.jsonld)
          .header('cache-control', 'public, max-age=3600')
          .send(JSON.stringify(exchangeContext)),
    );
  };
}
