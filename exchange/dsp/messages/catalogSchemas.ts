import { Type } from 'typebox';
import type { JsonObject } from '../../house.ts';
import { contextSchema, offerSchema } from './policySchemas.ts';

const list = (name: string) => ({ type: 'array', items: { $ref: name }, minItems: 1 });
const identified = { '@id': { type: 'string', minLength: 1 } };

/** What `$ref` names in the schemas here. */
export const catalogDefinitions = {
  Offer: offerSchema,
  DataService: Type.Unsafe<JsonObject>({
    type: 'object',
    properties: {
      ...identified,
      '@type': { const: 'DataService' },
      endpointURL: { type: 'string' },
      servesDataset: list('Dataset'),
    },
    required: ['@id', '@type', 'endpointURL'],
  }),
  Distribution: Type.Unsafe<JsonObject>({
    type: 'object',
    properties: {
      hasPolicy: list('Offer'),
      accessService: { oneOf: [{ type: 'string' }, { $ref: 'DataService' }] },
      format: { type: 'string' },
    },
    required: ['accessService', 'format'],
  }),
  Dataset: Type.Unsafe<JsonObject>({
    type: 'object',
    properties: { ...identified, distribution: list('Distribution'), hasPolicy: list('Offer') },
    required: ['@id', 'hasPolicy', 'distribution'],
  }),
  Catalog: Type.Unsafe<JsonObject>({
    type: 'object',
    properties: {
      ...identified,
      '@type': { const: 'Catalog' },
      distribution: list('Distribution'),
      dataset: list('Dataset'),
      catalog: list('Catalog'),
      service: list('DataService'),
    },
    required: ['@id', '@type'],
    not: { required: ['hasPolicy'] },
  }),
};

const rooted = (definition: { [key: string]: unknown }, properties: object, required: string[]) =>
  Type.Unsafe<JsonObject>({
    ...definition,
    properties: { ...(definition.properties as object), '@context': contextSchema, ...properties },
    required: [...(definition.required as string[]), '@context', ...required],
  });

/** A catalog that answers a catalog request. */
export const catalogSchema = rooted(
  catalogDefinitions.Catalog as unknown as { [key: string]: unknown },
  { participantId: { type: 'string' } },
  ['participantId'],
);
/** A dataset that answers a dataset request. */
export const datasetSchema = rooted(catalogDefinitions.Dataset as unknown as { [key: string]: unknown }, {}, []);

/** Which versions a connector speaks, and where. */
export const versionsSchema = Type.Object({
  protocolVersions: Type.Array(
    Type.Object({
      version: Type.String(),
      path: Type.String(),
      binding: Type.Literal('HTTPS'),
      serviceId: Type.Optional(Type.String()),
      identifierType: Type.Optional(Type.String()),
      auth: Type.Optional(
        Type.Object({
          protocol: Type.String(),
          version: Type.String(),
          profile: Type.Optional(Type.Array(Type.String())),
        }),
      ),
    }),
    { minItems: 1 },
  ),
});
