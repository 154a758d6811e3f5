import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { type TSchema, Type } from 'typebox';
import type { Trace } from '../createTrace.ts';

const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const LocalText = Type.Object({ zh: Type.String(), en: Type.String() });
const Time = Type.String({ description: 'ISO 8601 in UTC' });
const NamedThing = Type.Object({
  id: Type.String({ description: 'GS1 Digital Link or another URI' }),
  name: nullable(LocalText),
  geo: nullable(Type.String({ description: 'geo: URI (RFC 5870)' })),
  own: Type.Boolean({ description: 'Described by the own organisation' }),
});

const FieldKitBody = Type.Object({
  member: Type.Object({ slug: Type.String(), name: LocalText }),
  time: Time,
  places: Type.Array(NamedThing),
  products: Type.Array(NamedThing),
  parties: Type.Array(NamedThing),
  lots: Type.Array(
    Type.Object({
      id: Type.String(),
      name: nullable(LocalText),
      bizStep: nullable(Type.String()),
      eventTime: Time,
      quantity: nullable(Type.Number()),
      uom: nullable(Type.String()),
    }),
  ),
  certificates: Type.Array(Type.Object({ id: Type.String(), name: nullable(LocalText) })),
});

/** What the page for the field asks for. */
export const fieldRoutes: FastifyPluginAsyncTypebox<{ trace: Pick<Trace, 'readFieldKit'> }> = async (
  app,
  { trace },
) => {
  app.get(
    '/api/trace/field',
    {
      config: { access: 'epcis:capture' },
      schema: {
        tags: ['Traceability'],
        summary: 'What a phone keeps to record events without a network',
        description:
          'Places, products, parties, latest lots and certificates, at most 300 of each, the own ones first.',
        response: { 200: FieldKitBody },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return trace.readFieldKit(request.principal?.member ?? '');
    },
  );
};
