import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { toEpcUrn } from '../../proof/index.ts';
import type { Trace } from '../createTrace.ts';
import { traceErrors } from '../errors.ts';
import { pageTokenLifetimeMs } from '../pageToken.ts';
import { parsePaging } from '../query/parseQuery.ts';
import { describeMethods } from '../routes/describeMethods.ts';
import { linkNext, negotiated } from '../routes/epcisHooks.ts';
import { CollectionBody, Paging, QueryDocument } from '../routes/schemas.ts';
import { EventParameters, sendEvents } from '../routes/sendEvents.ts';
import { type Collection, collections } from './collections.ts';
import { masterDataRoutes } from './masterDataRoutes.ts';

const tags = ['EPCIS query'];
const context = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

interface ListedCollection {
  '@context': string;
  type: 'Collection';
  member: string[];
}

/** A list of the discovery interface. */
export function toCollection(member: readonly string[]): ListedCollection {
  return { '@context': context, type: 'Collection', member: [...member] };
}

/** The six collections of EPCIS 2.0, section 12.8.1, each with its values and the events of a value. */
export const discoveryRoutes: FastifyPluginAsyncTypebox<{ trace: Trace }> = async (app, { trace }) => {
  await app.register(masterDataRoutes, { trace });
  for (const [name, collection] of Object.entries(collections)) {
    const list = `/epcis/${name}`;
    const one = `${list}/:${collection.parameter}`;
    const Params = Type.Object({ [collection.parameter]: Type.String({ description: 'percent-encoded' }) });
    describeMethods(app, { path: list, methods: ['GET'] });
    describeMethods(app, { path: one, methods: ['GET'] });
    describeMethods(app, { path: `${one}/events`, methods: ['GET'] });

    /** The value in the path. Throws TRACE_NO_SUCH_RESOURCE when no event that the caller may see has it. */
    const readValue = async (request: FastifyRequest) => {
      const text = (request.params as Record<string, string>)[collection.parameter] ?? '';
      const value = collection.toValue(text, negotiated(request).prefixes);
      const viewer = await trace.access.toViewer(request.principal);
      if (await trace.discovery.has(collection, value, viewer)) return value;
      throw traceErrors.noSuchResource({ collection: collection.parameter, value: JSON.stringify(text.slice(0, 200)) });
    };

    app.get(
      list,
      {
        config: { access: 'public', identify: true },
        schema: {
          tags,
          summary: `List the ${name}`,
          description: 'Those of the standard, and those of events that the caller may see.',
          querystring: Paging,
          response: { 200: CollectionBody },
        },
      },
      async (request, reply) => {
        const viewer = await trace.access.toViewer(request.principal);
        const page = await trace.discovery.list({ collection, viewer, ...parsePaging(request.query) });
        linkNext(request, reply, page.nextPageToken, pageTokenLifetimeMs);
        return toCollection(page.values.map((value) => writeValue(request, collection, value)));
      },
    );

    app.get(
      one,
      {
        config: { access: 'public', identify: true },
        schema: {
          tags,
          summary: `What there is about one of the ${name}`,
          params: Params,
          response: { 200: CollectionBody },
        },
      },
      async (request) => {
        await readValue(request);
        return toCollection(['events']);
      },
    );

    app.get(
      `${one}/events`,
      {
        config: { access: 'public', identify: true, epcisXml: true },
        schema: {
          tags,
          summary: `Events of one of the ${name}`,
          description: `GET /epcis/events with ${collection.filter}, and with further parameters if given.`,
          params: Params,
          querystring: Type.Omit(EventParameters, [collection.filter]),
          response: { 200: QueryDocument },
        },
      },
      async (request, reply) => {
        const given = request.query as Record<string, unknown>;
        if (Object.hasOwn(given, collection.filter)) {
          const known = `the parameters of GET /epcis/events but ${collection.filter}, which is in the path`;
          throw traceErrors.unknownParameter({ name: collection.filter, known });
        }
        return sendEvents(trace, request, reply, { ...given, [collection.filter]: await readValue(request) });
      },
    );
  }
};

/** Things and places in the format that was negotiated, words as they are. */
function writeValue(request: FastifyRequest, { standard }: Collection, value: string): string {
  if (standard.length > 0 || negotiated(request).epcFormat !== 'Always_EPC_URN') return value;
  return toEpcUrn(value) ?? value;
}
