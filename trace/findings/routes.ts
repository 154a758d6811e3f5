import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Principal } from '../../alliance/index.ts';
import { traceErrors } from '../errors.ts';
import type { Findings } from './openFindings.ts';
import {
  BalanceBody,
  ColdChainBody,
  CountsBody,
  DecideBody,
  Detector,
  FindingBody,
  FindingsBody,
  SealBody,
  Severity,
  State,
} from './schemas.ts';

const tags = ['Findings'];
const LotParams = Type.Object({ gtin: Type.String({ pattern: '^\\d{14}$' }), lot: Type.String({ maxLength: 40 }) });
const IdParams = Type.Object({ id: Type.String({ maxLength: 80 }) });

function callerOf(principal: Principal | null): Principal {
  if (!principal) throw traceErrors.notAMember({});
  return principal;
}

/** Findings for inspectors and certifiers; mass balance and cold chain for everybody. */
export const findingRoutes: FastifyPluginAsyncTypebox<{ trace: { findings: Findings } }> = async (
  app,
  { trace: { findings } },
) => {
  app.get(
    '/api/trace/findings',
    {
      config: { access: 'trace:inspect' },
      schema: {
        tags,
        summary: 'Find findings',
        description:
          'The most doubtful first. An authority sees all, a certifier those of whom it certifies, others their own.',
        querystring: Type.Object({
          state: Type.Optional(State),
          detector: Type.Optional(Detector),
          severity: Type.Optional(Severity),
          member: Type.Optional(Type.String({ maxLength: 63 })),
          search: Type.Optional(
            Type.String({ maxLength: 400, description: 'a thing, an event hash, part of a subject' }),
          ),
          perPage: Type.Integer({ minimum: 1, maximum: 200, default: 30 }),
          nextPageToken: Type.Optional(Type.String()),
        }),
        response: { 200: FindingsBody },
      },
    },
    async ({ query, principal }) =>
      findings.find({ ...query, nextPageToken: query.nextPageToken ?? null, principal: callerOf(principal) }),
  );

  app.get(
    '/api/trace/findings/counts',
    {
      config: { access: 'trace:inspect' },
      schema: { tags, summary: 'Count findings by detector and state', response: { 200: CountsBody } },
    },
    async ({ principal }) => ({ counts: await findings.count({ principal: callerOf(principal) }) }),
  );

  app.get(
    '/api/trace/findings/:id',
    {
      config: { access: 'trace:inspect' },
      schema: { tags, summary: 'Read a finding', params: IdParams, response: { 200: FindingBody } },
    },
    async ({ params, principal }) => findings.read({ ...params, principal: callerOf(principal) }),
  );

  app.get(
    '/api/trace/findings/:id/case',
    {
      config: { access: 'trace:inspect' },
      schema: {
        tags,
        summary: 'Download the evidence of a finding',
        description: 'A ZIP with the events, the proof bundle of each, the certificates, and a page that explains it.',
        params: IdParams,
      },
    },
    async ({ params, principal }, reply) => {
      const zip = await findings.makeCase({ ...params, principal: callerOf(principal) });
      return reply
        .type('application/zip')
        .header('Content-Disposition', `attachment; filename="case-${params.id.slice(0, 8)}.zip"`)
        .send(zip);
    },
  );

  app.post(
    '/api/trace/findings/:id/decisions',
    {
      config: { access: 'trace:decide' },
      schema: {
        tags,
        summary: 'Confirm or dismiss a finding, or open it again',
        params: IdParams,
        body: DecideBody,
        response: { 200: FindingBody },
      },
    },
    async ({ params, body, principal }) => findings.decide({ ...params, ...body, principal: callerOf(principal) }),
  );

  app.get(
    '/api/trace/balance',
    {
      config: { access: 'trace:inspect' },
      schema: {
        tags,
        summary: 'Mass balance',
        description:
          'By operator, crop and season: certified area, what it can bear, harvest, inputs and outputs, what left. ' +
          'Operators see their own; authorities and certifiers of any.',
        querystring: Type.Object({
          operator: Type.Optional(Type.String({ maxLength: 63 })),
          crop: Type.Optional(Type.String({ maxLength: 63 })),
          season: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2200 })),
        }),
        response: { 200: BalanceBody },
      },
    },
    async ({ query, principal }) => findings.readBalance({ ...query, principal: callerOf(principal) }),
  );

  app.get(
    '/api/trace/lots/:gtin/:lot/balance',
    {
      config: { access: 'public' },
      schema: { tags, summary: 'Mass-balance seal of a lot', params: LotParams, response: { 200: SealBody } },
    },
    async ({ params }) => findings.readSeal(params.gtin, params.lot),
  );

  app.get(
    '/api/trace/lots/:gtin/:lot/cold-chain',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Cold chain of a lot',
        description: 'Readings on its way, its limits and the times outside them.',
        params: LotParams,
        response: { 200: ColdChainBody },
      },
    },
    async ({ params }) => findings.readColdChain(params.gtin, params.lot),
  );
};
