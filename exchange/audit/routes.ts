import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Principal } from '../../alliance/index.ts';
import type { Audit } from './audit.ts';
import {
  agreementParams,
  anomalyPageSchema,
  anomalyQuery,
  anomalySchema,
  bundleSchema,
  filterQuery,
  idParams,
  judgementBody,
  pageQuery,
  periodQuery,
  recordPageSchema,
  statisticsQuery,
  statisticsSchema,
  statusSchema,
  wholeRecordSchema,
} from './schemas.ts';

const tags = ['Exchange audit'];
const config = { access: 'exchange:audit' } as const;
const mostLines = 400;

function callerOf({ principal }: FastifyRequest): Principal {
  if (!principal) throw new Error('The route is not guarded: it has no principal.');
  return principal;
}

/** What auditors of a department see of its exchanges. */
export function auditRoutes(audit: Audit): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/exchange/records',
      {
        config,
        schema: {
          tags,
          summary: 'Search the records of the own department, the newest first',
          querystring: Type.Object({ ...filterQuery, ...pageQuery }),
          response: { 200: recordPageSchema },
        },
      },
      async (request) => {
        const { perPage, pageToken, ...filter } = request.query;
        return audit.find(callerOf(request).member, filter, { perPage, pageToken });
      },
    );

    app.get(
      '/api/exchange/records.csv',
      {
        config,
        schema: {
          tags,
          summary: 'The records as CSV (RFC 4180, UTF-8), the newest first',
          querystring: Type.Object(filterQuery),
          response: { 200: Type.String() },
        },
      },
      async (request, reply) => {
        // A stream for the declared text: it is written as it comes.
        const pieces = audit.exportCsv(callerOf(request).member, request.query);
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', 'attachment; filename="exchange-records.csv"')
          .send(Readable.from(pieces) as unknown as string);
      },
    );

    app.get(
      '/api/exchange/records/:id',
      {
        config,
        schema: {
          tags,
          summary: 'One record with its signed text and its documents',
          params: idParams,
          response: { 200: wholeRecordSchema },
        },
      },
      async (request) => audit.readRecord(callerOf(request).member, request.params.id),
    );

    app.get(
      '/api/exchange/statistics',
      {
        config,
        schema: {
          tags,
          summary: 'Counts by day, department, dataset, matter or kind',
          description: `At most ${mostLines} lines; refusals that were counted together count as many as they were.`,
          querystring: statisticsQuery,
          response: { 200: statisticsSchema },
        },
      },
      async (request) => audit.statistics(callerOf(request).member, { ...request.query, most: mostLines }),
    );

    app.get(
      '/api/exchange/anomalies',
      {
        config,
        schema: {
          tags,
          summary: 'What is out of the ordinary in the records, with an explanation; the newest first',
          querystring: anomalyQuery,
          response: { 200: anomalyPageSchema },
        },
      },
      async (request) => {
        const { perPage, pageToken, ...filter } = request.query;
        return audit.anomalies(callerOf(request).member, filter, { perPage, pageToken });
      },
    );

    app.put(
      '/api/exchange/anomalies/:id',
      {
        config,
        schema: {
          tags,
          summary: 'Say of an anomaly that it has a good reason, that it is one, or that it is open again',
          params: idParams,
          body: judgementBody,
          response: { 200: anomalySchema },
        },
      },
      async (request) => {
        const { member: participant, id: by } = callerOf(request);
        return audit.judgeAnomaly({ ...request.body, participant, by, id: request.params.id });
      },
    );

    app.get(
      '/api/exchange/status',
      {
        config: { access: 'exchange:read' },
        schema: {
          tags,
          summary: 'How far the records are anchored, and whether the connector accepts',
          description: 'Past the limit the connector answers 503 (AUDIT_ANCHORING_LATE) until anchoring has caught up.',
          response: { 200: statusSchema },
        },
      },
      async (request) => audit.readStatus(callerOf(request).member),
    );

    app.get(
      '/api/exchange/bundles/:agreement',
      {
        config,
        schema: {
          tags,
          summary: 'The evidence bundle of one exchange, from the own department’s view',
          description:
            'Verifies offline with `xiangyu verify`; docs/exchange-evidence.md describes the format. The period leaves out ' +
            'deliveries, answers and refusals outside of it.',
          params: agreementParams,
          querystring: periodQuery,
          response: { 200: bundleSchema },
        },
      },
      async (request, reply) => {
        const { from, until } = request.query;
        const period = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
        const bundle = await audit.bundle(callerOf(request).member, request.params.agreement, period);
        return reply.header('content-disposition', 'attachment; filename="exchange-bundle.json"').send(bundle);
      },
    );
  };
}
