import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Principal, Rights } from '../../alliance/index.ts';
import { parseAudience } from '../access/audience.ts';
import { maxBytes } from '../capture/captureDocument.ts';
import type { CaptureErrorBehaviour } from '../capture/captureJob.ts';
import type { Trace } from '../createTrace.ts';
import { traceErrors } from '../errors.ts';
import { pageTokenLifetimeMs } from '../pageToken.ts';
import { parsePaging } from '../query/parseQuery.ts';
import { describeMethods } from './describeMethods.ts';
import { captureHeaders } from './epcisHeaders.ts';
import { linkNext } from './epcisHooks.ts';
import { parseJsonBodies, parseXmlBodies } from './parseBodies.ts';
import { CaptureJobBody, CaptureJobs, DocumentBody, Paging } from './schemas.ts';
import { sendJob } from './sendDocument.ts';

const tags = ['EPCIS capture'];

/** The capture interface of EPCIS 2.0, section 12.7.1. */
export const captureRoutes: FastifyPluginAsyncTypebox<{ trace: Trace; rights: Pick<Rights, 'decide'> }> = async (
  app,
  { trace, rights },
) => {
  /** The own jobs, or all for whom may read those of every organisation. */
  function visibleMember(principal: Principal | null): string | null {
    const { member } = requirePrincipal(principal);
    const resource = { type: 'CaptureJob', id: '*', member: '*' };
    return rights.decide({ principal, action: 'epcis:read-jobs', resource }).allowed ? null : member;
  }

  app.addHook('onRequest', async (_, reply) => void reply.headers(captureHeaders));
  parseJsonBodies(app);
  parseXmlBodies(app);
  describeMethods(app, { path: '/epcis/capture', methods: ['GET', 'POST'], headers: captureHeaders });
  describeMethods(app, { path: '/epcis/capture/:captureID', methods: ['GET'] });

  app.post(
    '/epcis/capture',
    {
      bodyLimit: maxBytes,
      config: { access: 'epcis:capture', epcisXml: true },
      // Every rule is checked by capture itself, which names all that is wrong at once.
      validatorCompiler: () => () => true,
      schema: {
        tags,
        summary: 'Capture EPCIS events',
        description:
          'Stores the events and master data of an EPCIS document with their evidence: EPCIS 2.0 in JSON or XML, or 1.2 ' +
          'in XML. The job is that of the standard, but ours is finished when the answer comes: what it says is durable. ' +
          'An event that is stored already is listed under duplicates and not stored again. A missing eventID is ' +
          'assigned: the hash id of the event. With GS1-Capture-Error-Behaviour: proceed, good events are stored ' +
          'although others are refused.',
        consumes: ['application/json', 'application/ld+json', 'application/xml', 'text/xml'],
        headers: Type.Object({
          'gs1-capture-error-behaviour': Type.Optional(Type.String({ description: 'rollback (default) or proceed' })),
          'xiangyu-audience': Type.Optional(
            Type.String({ description: 'public, partners, certifier, authority or members:a,b; else the own default' }),
          ),
        }),
        body: DocumentBody,
        response: { 202: CaptureJobBody },
      },
    },
    async (request, reply) => {
      const { member } = requirePrincipal(request.principal);
      const errorBehaviour = readErrorBehaviour(request.headers['gs1-capture-error-behaviour']);
      const audience = parseAudience(request.headers['xiangyu-audience']);
      const job = await trace.capture(request.body, { member, errorBehaviour, audience });
      return sendJob(request, reply.code(202).header('Location', `/epcis/capture/${job.captureID}`), job);
    },
  );

  app.get(
    '/epcis/capture/:captureID',
    {
      config: { access: 'epcis:read-jobs', epcisXml: true },
      schema: {
        tags,
        summary: 'Read a capture job',
        description: "A job of the caller's own member; an operator reads all.",
        params: Type.Object({ captureID: Type.String() }),
        response: { 200: CaptureJobBody },
      },
    },
    async (request, reply) =>
      sendJob(request, reply, await trace.readCapture(request.params.captureID, visibleMember(request.principal))),
  );

  app.get(
    '/epcis/capture',
    {
      config: { access: 'epcis:read-jobs' },
      schema: {
        tags,
        summary: 'List capture jobs',
        description: "Jobs of the caller's own member, the newest first; an operator lists all.",
        querystring: Paging,
        response: { 200: CaptureJobs },
      },
    },
    async (request, reply) => {
      const paging = parsePaging(request.query);
      const page = await trace.listCaptures({ ...paging, member: visibleMember(request.principal) });
      linkNext(request, reply, page.nextPageToken, pageTokenLifetimeMs);
      return page.jobs;
    },
  );
};

/** The caller, who must act for a member. Throws TRACE_NOT_A_MEMBER. */
export function requirePrincipal(principal: Principal | null): Principal {
  if (!principal?.member) throw traceErrors.notAMember();
  return principal;
}

function readErrorBehaviour(header: string | undefined): CaptureErrorBehaviour {
  const value = header ?? 'rollback';
  if (value === 'rollback' || value === 'proceed') return value;
  throw traceErrors.unknownErrorBehaviour({ value: JSON.stringify(value.slice(0, 80)) });
}
