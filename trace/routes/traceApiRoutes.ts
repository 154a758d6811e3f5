import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Trace } from '../createTrace.ts';
import { parsePaging } from '../query/parseQuery.ts';
import { JourneyBody, Paging, ProductsBody, StatsBody, TraceBackBody } from './schemas.ts';

const tags = ['Traceability'];

/** What the console and the product page ask for beyond the standard. */
export const traceApiRoutes: FastifyPluginAsyncTypebox<{ trace: Trace }> = async (app, { trace }) => {
  app.get(
    '/api/trace/back',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Trace back',
        description:
          'Where a thing came from: its own events, those of its containers while it was in them, and what it was made of.',
        querystring: Type.Object({
          epc: Type.String({
            minLength: 1,
            maxLength: 2000,
            description: 'EPC URI or GS1 Digital Link of an item, a lot, a unit',
          }),
        }),
        response: { 200: TraceBackBody },
      },
    },
    async (request) => trace.traceBack(request.query.epc),
  );

  app.get(
    '/api/products/01/:gtin/10/:lot',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Journey of a lot',
        description: 'What the product page tells: every step of a lot with place, member, temperatures and evidence.',
        params: Type.Object({ gtin: Type.String(), lot: Type.String() }),
        response: { 200: JourneyBody },
      },
    },
    async (request) => trace.readJourney(request.params.gtin, request.params.lot),
  );

  app.get(
    '/api/products',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'List lots',
        description: 'Lots that events mention, the latest recorded first.',
        querystring: Paging,
        response: { 200: ProductsBody },
      },
    },
    async (request) => trace.listProducts(parsePaging(request.query)),
  );

  app.get(
    '/api/trace/stats',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Capture statistics',
        description: 'How many events and captures there are, and the last events.',
        response: { 200: StatsBody },
      },
    },
    async () => trace.readStats(),
  );
};
