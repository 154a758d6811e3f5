import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Catalogue } from '../catalogue.ts';
import { draftSchema } from '../draftSchema.ts';
import { filterProperties } from '../filterSchema.ts';
import {
  datasetSchema,
  idParams,
  itemSchema,
  managedSchema,
  measurementSchema,
  nothing,
  orNull,
  pageOf,
  pageQuery,
  someText,
  stateSchema,
  stepSchema,
} from '../schemas.ts';
import { actorOf, callerOf } from './callerOf.ts';

const tags = ['Exchange catalogue'];
const path = '/api/exchange/datasets';
const reading = { access: 'exchange:read' } as const;
/** Who reviews reads what it reviews. */
const drafts = { access: 'exchange:read-datasets' } as const;
const managing = { access: 'exchange:manage-catalogue' } as const;

/** Datasets of the own department, for those who write them. Reviewing has routes of its own. */
export function datasetRoutes(catalogue: Catalogue): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      path,
      {
        config: drafts,
        schema: {
          tags,
          summary: 'Datasets of the own department in every state, those changed last first',
          querystring: Type.Object({ ...pageQuery, ...filterProperties, state: Type.Optional(stateSchema) }),
          response: { 200: pageOf(datasetSchema) },
        },
      },
      async (request) => {
        const { perPage, pageToken, ...filter } = request.query;
        return catalogue.listManaged(callerOf(request).member, filter, { perPage, pageToken });
      },
    );
    // The catalogue checks drafts itself: it names every wrong place, in both languages.
    app.post(
      path,
      {
        config: managing,
        attachValidation: true,
        schema: { tags, summary: 'Describe a dataset', body: draftSchema, response: { 201: managedSchema } },
      },
      async (request, reply) => {
        const { participant, actor } = actorOf(request);
        return reply.code(201).send(await catalogue.create(participant, actor, request.body));
      },
    );
    app.get(
      `${path}/:id`,
      {
        config: drafts,
        schema: {
          tags,
          summary: 'A dataset of the own department: what is written and what is in force',
          params: idParams,
          response: { 200: managedSchema },
        },
      },
      async (request) => catalogue.readManaged(callerOf(request).member, request.params.id),
    );
    app.put(
      `${path}/:id`,
      {
        config: managing,
        attachValidation: true,
        schema: {
          tags,
          summary: 'Change a dataset; the version in force stays until the change is reviewed',
          params: idParams,
          querystring: Type.Object({ revision: Type.Integer({ minimum: 1, description: 'As it was read' }) }),
          body: draftSchema,
          response: { 200: managedSchema },
        },
      },
      async (request) => {
        const { validationError } = request;
        if (validationError && validationError.validationContext !== 'body') throw validationError;
        const { participant, actor } = actorOf(request);
        const { revision } = request.query;
        return catalogue.change(participant, actor, request.params.id, { draft: request.body, revision });
      },
    );
    app.delete(
      `${path}/:id`,
      {
        config: managing,
        schema: {
          tags,
          summary: 'Remove a dataset that was never published',
          params: idParams,
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        const { participant, actor } = actorOf(request);
        await catalogue.remove(participant, actor, request.params.id);
        return reply.code(204).send(null);
      },
    );
    for (const [list, summary, schema] of [
      ['history', 'Steps of its life, the newest first', stepSchema],
      ['versions', 'Every version that was published, the newest first', datasetSchema],
      ['measurements', 'What was measured in its source, the newest first', measurementSchema],
    ] as const) {
      app.get(
        `${path}/:id/${list}`,
        {
          config: list === 'measurements' ? reading : drafts,
          schema: {
            tags,
            summary,
            params: idParams,
            querystring: Type.Object(pageQuery),
            response: { 200: pageOf(Type.Unsafe<object>(schema)) },
          },
        },
        async (request) => catalogue[list](callerOf(request).member, request.params.id, request.query),
      );
    }
    app.post(
      `${path}/:id/measurements`,
      {
        config: managing,
        schema: { tags, summary: 'Measure the source now', params: idParams, response: { 201: measurementSchema } },
      },
      async (request, reply) =>
        reply.code(201).send(await catalogue.measure(callerOf(request).member, request.params.id)),
    );
    app.put(
      `${path}/:id/schedule`,
      {
        config: managing,
        schema: {
          tags,
          summary: 'Set when the source is measured: a crontab of five fields in UTC; null for never',
          params: idParams,
          body: Type.Object({ cron: orNull(someText(100)) }, { additionalProperties: false }),
          response: { 200: managedSchema },
        },
      },
      async (request) => {
        const { participant, actor } = actorOf(request);
        return catalogue.scheduleMeasuring(participant, actor, request.params.id, request.body.cron);
      },
    );
    app.post(
      `${path}/items`,
      {
        config: managing,
        schema: {
          tags,
          summary: 'Items as a table (CSV) or the columns of a source suggest them; nothing is stored',
          body: Type.Object(
            {
              csv: Type.Optional(Type.String({ maxLength: 1_000_000 })),
              source: Type.Optional(
                Type.Object(
                  { source: someText(200), table: Type.Optional(someText(130)) },
                  { additionalProperties: false },
                ),
              ),
            },
            { additionalProperties: false, minProperties: 1, maxProperties: 1 },
          ),
          response: { 200: Type.Object({ items: Type.Array(itemSchema) }) },
        },
      },
      async (request) => {
        const { csv = '', source } = request.body;
        const { member } = callerOf(request);
        return { items: await catalogue.suggestItems(member, source ? { source } : { csv }) };
      },
    );
  };
}
