import { randomUUID } from 'node:crypto';
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import { type Alliance, actRoutes, rightsRoutes } from '../alliance/index.ts';
import type { NetworkWatch } from '../explorer/index.ts';
import type { Context } from '../host/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Store } from '../store/index.ts';
import type { Trace } from '../trace/index.ts';
import { guardRoutes } from './access.ts';
import { allianceRoutes } from './allianceRoutes.ts';
import { closeQueries } from './closeQueries.ts';
import { serveConsole } from './console.ts';
import { handleErrors, sendProblem } from './handleErrors.ts';
import { keyRoutes } from './keyRoutes.ts';
import { defaultRateLimits, limitRates, type RateLimits } from './limitRates.ts';
import type { Live } from './live.ts';
import { liveRoutes } from './liveRoutes.ts';
import { logRoutes } from './logRoutes.ts';
import { observeRequests } from './observe.ts';
import { describeRoutes, serveDescription } from './openApi.ts';
import { operationRoutes } from './operationRoutes.ts';
import { setSecurityHeaders } from './securityHeaders.ts';
import { sessionRoutes } from './sessionRoutes.ts';
import { setupRoutes } from './setupRoutes.ts';
import { statementRoutes } from './statementRoutes.ts';
import { toHeaders } from './toHeaders.ts';
import { witnessRoutes } from './witnessRoutes.ts';

/** What the HTTP surface is built from. */
export interface ServerParts {
  context: Context;
  store: Store;
  ledger: Ledger;
  alliance: Alliance;
  trace: Pick<Trace, 'access'>;
  watch: NetworkWatch;
  live: Live;
  /** Routes of the application rooms. */
  rooms: FastifyPluginAsync[];
  /** Where browsers reach the platform. */
  baseUrl: string;
  /** Given when a reverse proxy stands in front of the platform. */
  publicUrl?: string | undefined;
  consoleDir?: string | undefined;
  limits?: Partial<RateLimits>;
}

/** What one route takes unless it says otherwise. */
const bodyLimitBytes = 1024 * 1024;

/**
 * Builds the HTTP surface, without listening.
 *
 * @throws SERVER_ROUTE_WITHOUT_ACCESS for a route that does not declare who may call it
 */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { context, store, ledger, alliance, trace, watch, live, rooms, baseUrl, publicUrl, consoleDir } = parts;
  const { metrics, signal } = context;
  const limits = { ...defaultRateLimits, ...parts.limits };
  const app = fastify({
    loggerInstance: context.logger.child({ room: 'server' }) as FastifyBaseLogger,
    // Requests are logged by observeRequests, which leaves queries and headers out.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: bodyLimitBytes,
    requestTimeout: 60_000,
    // A proxy on this machine tells the caller's address; from elsewhere anyone could claim one.
    trustProxy: publicUrl === undefined ? false : 'loopback',
    genReqId: () => randomUUID(),
    ajv: { customOptions: { removeAdditional: false } },
    routerOptions: { maxParamLength: 2_000 },
    frameworkErrors: (error, request, reply) =>
      sendProblem(error, request as FastifyRequest, reply as FastifyReply, signal),
  });
  observeRequests(app, metrics);
  await setSecurityHeaders(app, baseUrl.startsWith('https:'));
  handleErrors(app, signal);
  guardRoutes(app, alliance);
  closeQueries(app);
  await limitRates(app, limits);
  await describeRoutes(app, publicUrl);
  const ownRoutes = [
    operationRoutes({ metrics, store, ledger, watch }),
    setupRoutes({ alliance, limits }),
    sessionRoutes({ alliance, limits }),
    allianceRoutes(alliance),
    keyRoutes(alliance),
    actRoutes({ acts: alliance.acts, rights: alliance.rights, ledger }),
    rightsRoutes({
      rights: alliance.rights,
      identify: async (request) => (await alliance.authenticate({ headers: toHeaders(request) })).principal,
    }),
    logRoutes(ledger),
    statementRoutes(ledger, trace),
    witnessRoutes({ ledger, alliance }),
    liveRoutes(live),
  ];
  for (const routes of [...ownRoutes, ...rooms]) await app.register(routes);
  await serveDescription(app);
  await serveConsole(app, { consoleDir, signal });
  await app.ready();
  return app;
}
