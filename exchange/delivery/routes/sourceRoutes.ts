import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { OpenedDelivery } from '../openDelivery.ts';
import {
  changeSource,
  createSource,
  listSources,
  removeSource,
  type SourceDraft,
  showSource,
  testSource,
} from '../sources/manageSources.ts';
import { parseFilter } from '../sources/parseFilter.ts';
import { callerOf } from './callerOf.ts';
import {
  columnsSchema,
  idParams,
  nothing,
  pageOf,
  pageQuery,
  previewBody,
  previewSchema,
  sourceBody,
  sourceChange,
  sourceSchema,
  testBody,
} from './schemas.ts';

const tags = ['Exchange delivery'];
const path = '/api/exchange/sources';
const config = { access: 'exchange:manage-catalogue' } as const;

/** Where the department's data come from. */
export function sourceRoutes({ context, preview }: OpenedDelivery): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      path,
      {
        config,
        schema: {
          tags,
          summary: "The department's sources of data",
          querystring: Type.Object(pageQuery),
          response: { 200: pageOf(sourceSchema) },
        },
      },
      async (request) => listSources(context, callerOf(request).member, request.query) as never,
    );
    app.post(
      path,
      {
        config,
        schema: {
          tags,
          summary: 'Add a source',
          description: 'Its secret is sealed to the connector of the department and never shown again.',
          body: sourceBody,
          response: { 201: sourceSchema },
        },
      },
      async (request, reply) => {
        const { member, id } = callerOf(request);
        return reply.code(201).send((await createSource(context, member, request.body as SourceDraft, id)) as never);
      },
    );
    app.get(
      `${path}/:id`,
      { config, schema: { tags, summary: 'Read a source', params: idParams, response: { 200: sourceSchema } } },
      async (request) => showSource(context, callerOf(request).member, request.params.id) as never,
    );
    app.put(
      `${path}/:id`,
      {
        config,
        schema: {
          tags,
          summary: 'Change a source',
          description: 'The secret stays when it is left out, as long as the source is in the same place.',
          params: idParams,
          body: sourceChange,
          response: { 200: sourceSchema },
        },
      },
      async (request) => {
        const { member, id } = callerOf(request);
        return changeSource(context, member, request.params.id, request.body as unknown as SourceDraft, id) as never;
      },
    );
    app.delete(
      `${path}/:id`,
      { config, schema: { tags, summary: 'Remove a source', params: idParams, response: { 204: nothing } } },
      async (request, reply) => {
        const { member, id } = callerOf(request);
        await removeSource(context, member, request.params.id, id);
        return reply.code(204).send(null);
      },
    );
    app.post(
      `${path}/test`,
      {
        config,
        schema: {
          tags,
          summary: 'Connect to a source and describe its columns',
          description: 'Of a source that is there, or of one that is only written down; nothing is kept.',
          body: testBody,
          response: { 200: columnsSchema },
        },
      },
      async (request) => {
        const { member } = callerOf(request);
        const { body } = request;
        const what = 'id' in body ? { id: body.id } : { draft: body.draft as unknown as SourceDraft };
        return testSource(context, member, what, body.table);
      },
    );
    app.post(
      `${path}/preview`,
      {
        config,
        schema: {
          tags,
          summary: 'Rows of a dataset as a consumer would get them',
          body: previewBody,
          response: { 200: previewSchema },
        },
      },
      async (request) => {
        const { filter, ...rest } = request.body;
        const { member: participant, id: by } = callerOf(request);
        const shown = await preview({ ...rest, participant, filter: parseFilter(filter) });
        // Whoever looks at data leaves a trace, at the own department too.
        await context.audit.recordAlone({
          participant,
          kind: 'act',
          outcome: 'ok',
          dataset: rest.dataset,
          rows: shown.rows.length,
          detail: { act: 'data previewed', items: shown.columns.map(({ name }) => name), by },
        });
        return shown;
      },
    );
  };
}
