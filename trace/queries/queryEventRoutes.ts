import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import websocket from '@fastify/websocket';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Principal, Rights } from '../../alliance/index.ts';
import { inBoth } from '../../proof/index.ts';
import type { Access } from '../access/openAccess.ts';
import type { Trace } from '../createTrace.ts';
import { traceErrors } from '../errors.ts';
import { pageTokenLifetimeMs } from '../pageToken.ts';
import { renderEvents } from '../query/renderEvents.ts';
import { describeMethods } from '../routes/describeMethods.ts';
import { linkNext, negotiated } from '../routes/epcisHooks.ts';
import { QueryDocument } from '../routes/schemas.ts';
import { sendDocument } from '../routes/sendDocument.ts';
import { type Controls, readControls } from './parseSubscription.ts';
import { requireMember } from './routes.ts';
import { refuseControls, scheduleFields } from './schedule.ts';
import { QueryParams } from './schemas.ts';

const path = '/epcis/queries/:queryName/events';
const controlNames = ['stream', 'reportIfEmpty', 'initialRecordTime', ...scheduleFields];
const pageNames = ['perPage', 'nextPageToken'];
const isUpgrade = /^\/epcis\/queries\/[^/?]+\/events\/?(?:\?|$)/;
/** Clients that do not answer the end within this time are cut off. */
const farewellMs = 1_000;

export interface QueryEventRoutesOptions {
  trace: { queries: Trace['queries']; access: Pick<Access, 'toViewer'> };
  rights: Pick<Rights, 'decide' | 'require'>;
  /** Asks anew who calls, for a connection that lasts; without it whoever opened it remains. */
  identify?: (request: FastifyRequest) => Promise<Principal | null>;
}

/** The events of a named query, page by page or, after an upgrade to WebSocket, as they are captured. */
export const queryEventRoutes: FastifyPluginAsyncTypebox<QueryEventRoutesOptions> = async (app, options) => {
  const { trace, rights, identify = async ({ principal }) => principal } = options;
  describeMethods(app, { path, methods: ['GET'] });
  // Only what can become a WebSocket is taken for an upgrade: clients that offer HTTP/2 in passing are answered as ever.
  Object.assign(app.server, {
    shouldUpgradeCallback: ({ method, headers, url }: FastifyRequest['raw']) =>
      method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket' && isUpgrade.test(url ?? ''),
  });
  await app.register(websocket, {
    // Subscribers have nothing to say.
    options: { maxPayload: 1024 },
    preClose(done) {
      for (const client of this.websocketServer.clients) {
        client.close(1001, 'The platform is stopping.');
        setTimeout(() => client.terminate(), farewellMs).unref();
      }
      this.websocketServer.close(() => done());
    },
  });
  // Whoever is refused before it is known for a WebSocket would hold the connection open, and the end of the platform up.
  app.addHook('onResponse', async ({ headers, raw, ws }) => {
    if (headers.upgrade !== undefined && !ws) raw.socket.destroySoon();
  });

  app.route({
    method: 'GET',
    url: path,
    config: { access: 'public', identify: true, epcisXml: true },
    schema: {
      tags: ['EPCIS query'],
      summary: 'Run a named query, or subscribe to it by WebSocket',
      description:
        'One page of the events that the caller may see. With `Upgrade: websocket` and either stream=true or a schedule ' +
        '(second, minute, hour, dayOfMonth, month, dayOfWeek) every new event is sent as an EPCISQueryDocument.',
      params: QueryParams,
      querystring: Type.Object(
        Object.fromEntries([...pageNames, ...controlNames].map((name) => [name, Type.Optional(Type.Unknown())])),
      ),
      response: { 200: QueryDocument },
    },
    async preHandler(request) {
      if (!request.ws) return;
      rights.require({ principal: request.principal, action: 'epcis:subscribe' });
      requireMember(request.principal);
      readSocketControls(request.query);
      await trace.queries.read(request.params.queryName);
    },
    async handler(request, reply) {
      const { queryName } = request.params;
      const given = request.query as Record<string, unknown>;
      const control = controlNames.find((name) => given[name] !== undefined);
      if (control !== undefined) {
        throw refuseControls(
          `${control} needs the header Upgrade: websocket`,
          `${control} 需要请求头 Upgrade: websocket`,
        );
      }
      const viewer = await trace.access.toViewer(request.principal);
      const page = await trace.queries.findEvents(queryName, viewer, readGiven(given, pageNames));
      linkNext(request, reply, page.nextPageToken, pageTokenLifetimeMs);
      return sendDocument(request, reply, renderEvents(page.events, queryName));
    },
    async wsHandler(socket, request) {
      const { member } = requireMember(request.principal);
      const { queryName } = request.params as { queryName: string };
      const readViewer = async () => {
        const principal = await identify(request);
        const { allowed } = rights.decide({ principal, action: 'epcis:subscribe' });
        return allowed ? trace.access.toViewer(principal) : null;
      };
      const controls = readSocketControls(request.query);
      const { epcFormat } = negotiated(request);
      await trace.queries.stream({ socket, member, queryName, controls, epcFormat, readViewer });
    },
  });
};

/** Reads when to report from the query string of an upgrade. Throws what `readControls` throws. */
function readSocketControls(query: unknown): Controls {
  const given = readGiven(query as Record<string, unknown>, controlNames);
  const { stream, reportIfEmpty, initialRecordTime, ...schedule } = given;
  const truth: Record<string, unknown> = { true: true, false: false };
  return readControls({
    ...(stream !== undefined && { stream: truth[stream] ?? stream }),
    ...(reportIfEmpty !== undefined && { reportIfEmpty: truth[reportIfEmpty] ?? reportIfEmpty }),
    ...(initialRecordTime !== undefined && { initialRecordTime }),
    ...(Object.keys(schedule).length > 0 && { schedule }),
  });
}

/** Query parameters, each at most once. @throws TRACE_UNKNOWN_PARAMETER, TRACE_INVALID_PARAMETER */
function readGiven(query: Record<string, unknown>, known: readonly string[]): Record<string, string> {
  const entries = Object.entries(query).map(([name, value]): [string, string] => {
    if (!known.includes(name)) throw traceErrors.unknownParameter({ name, known: known.join(', ') });
    if (typeof value !== 'string')
      throw traceErrors.invalidParameter(
        ...inBoth({ name, value: String(value).slice(0, 100), expected: { en: 'it once', zh: '一次' } }),
      );
    return [name, value];
  });
  return Object.fromEntries(entries);
}
