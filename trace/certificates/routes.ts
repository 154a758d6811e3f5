import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Principal } from '../../alliance/index.ts';
import { traceErrors } from '../errors.ts';
import { stateAt } from './certificate.ts';
import type { Certificates } from './openCertificates.ts';
import {
  CertificateBody,
  CertificateStatusBody,
  CertificatesBody,
  ChangeBody,
  IssueBody,
  LotCertificatesBody,
  State,
} from './schemas.ts';

const tags = ['Certificates'];

function callerOf(principal: Principal | null): Principal {
  if (!principal) throw traceErrors.notAMember({});
  return principal;
}

/** The register of certificates: public to read, changed by certifiers. */
export const certificateRoutes: FastifyPluginAsyncTypebox<{ trace: { certificates: Certificates } }> = async (
  app,
  { trace: { certificates } },
) => {
  app.get(
    '/api/trace/certificates',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Find certificates',
        description: 'The register, the newest first.',
        querystring: Type.Object({
          issuer: Type.Optional(Type.String({ maxLength: 63 })),
          operator: Type.Optional(Type.String({ maxLength: 63 })),
          search: Type.Optional(Type.String({ maxLength: 200 })),
          state: Type.Optional(State),
          perPage: Type.Integer({ minimum: 1, maximum: 200, default: 30 }),
          nextPageToken: Type.Optional(Type.String()),
        }),
        response: { 200: CertificatesBody },
      },
    },
    async ({ query }) => certificates.find({ ...query, nextPageToken: query.nextPageToken ?? null }),
  );

  app.get(
    '/api/trace/certificates/status',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Status of a certificate by its address',
        querystring: Type.Object({ uri: Type.String({ minLength: 1, maxLength: 500 }) }),
        response: { 200: CertificateStatusBody },
      },
    },
    async ({ query }) => certificates.readStatus(query.uri),
  );

  app.get(
    '/api/trace/certificates/:certificate',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Status of a certificate',
        description: 'Its scope and history, and the live check of signature, status list and accreditation.',
        params: Type.Object({ certificate: Type.String({ maxLength: 500 }) }),
        response: { 200: CertificateStatusBody },
      },
    },
    async ({ params }) => certificates.readStatus(params.certificate),
  );

  app.get(
    '/api/trace/lots/:gtin/:lot/certificates',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Certificates of a lot',
        description: 'What the events in its history cite, with the live status.',
        params: Type.Object({ gtin: Type.String({ pattern: '^\\d{14}$' }), lot: Type.String({ maxLength: 40 }) }),
        response: { 200: LotCertificatesBody },
      },
    },
    async ({ params }) => ({ certificates: await certificates.readLot(params.gtin, params.lot) }),
  );

  app.post(
    '/api/trace/certificates',
    {
      config: { access: 'trace:certify' },
      schema: {
        tags,
        summary: 'Issue a certificate',
        description:
          'As a Verifiable Credential of the own organisation, which the alliance must have accredited for it.',
        body: IssueBody,
        response: { 201: CertificateBody },
      },
    },
    async ({ body, principal }, reply) => {
      const caller = callerOf(principal);
      const issued = await certificates.issue({ ...body, issuer: caller.member, principal: caller });
      return reply.code(201).send({ ...issued, state: stateAt(issued, Date.now()) });
    },
  );

  app.post(
    '/api/trace/certificates/:certificate/changes',
    {
      config: { access: 'trace:certify' },
      schema: {
        tags,
        summary: 'Suspend, reinstate or withdraw a certificate',
        params: Type.Object({ certificate: Type.String({ maxLength: 500 }) }),
        body: ChangeBody,
        response: { 200: CertificateBody },
      },
    },
    async ({ params, body, principal }) => {
      const caller = callerOf(principal);
      const changed = await certificates.change({ ...params, ...body, issuer: caller.member, principal: caller });
      return { ...changed, state: stateAt(changed, Date.now()) };
    },
  );
};
