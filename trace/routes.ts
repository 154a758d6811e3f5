import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Principal, Rights } from '../alliance/index.ts';
import { accessRoutes } from './access/routes.ts';
import { attachmentRoutes } from './attachments/routes.ts';
import { certificateRoutes } from './certificates/routes.ts';
import type { Trace } from './createTrace.ts';
import { discoveryRoutes } from './discovery/routes.ts';
import { fieldRoutes } from './field/routes.ts';
import { findingRoutes } from './findings/routes.ts';
import { contextRoutes } from './formats/routes.ts';
import { lineageRoutes } from './graph/lineage/routes.ts';
import { importRoutes } from './imports/routes.ts';
import { labelRoutes } from './labels/routes.ts';
import { queryEventRoutes } from './queries/queryEventRoutes.ts';
import { queryRoutes } from './queries/routes.ts';
import { subscriptionRoutes } from './queries/subscriptionRoutes.ts';
import { recallRoutes } from './recalls/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { linkRoutes } from './resolver/linkRoutes.ts';
import { resolverRoutes } from './resolver/resolverRoutes.ts';
import { captureRoutes } from './routes/captureRoutes.ts';
import { compressAnswer } from './routes/compressAnswer.ts';
import { installEpcisHooks } from './routes/epcisHooks.ts';
import { eventRoutes } from './routes/eventRoutes.ts';
import { refuseTokensGivenBack, rootRoutes } from './routes/rootRoutes.ts';
import { traceApiRoutes } from './routes/traceApiRoutes.ts';

export interface TraceRoutesOptions {
  trace: Trace;
  rights: Pick<Rights, 'decide' | 'require'>;
  /** Asks anew who calls, for connections that last; without it whoever opened one remains. */
  identify?: (request: FastifyRequest) => Promise<Principal | null>;
}

/**
 * The HTTP surface of traceability: /epcis/… as EPCIS 2.0 has it, /api/trace/… and /api/products/… for the console.
 * Errors are thrown as XiangyuError with the exception type of the standard. The server decorates requests with
 * `principal` and must allow path parameters of 500 characters (`maxParamLength`): a hash id has more than Fastify's 100.
 */
export const traceRoutes: FastifyPluginAsyncTypebox<TraceRoutesOptions> = async (app, options) => {
  app.addHook('onSend', compressAnswer);
  await app.register(async (epcis) => {
    installEpcisHooks(epcis);
    refuseTokensGivenBack(epcis, options.trace);
    await epcis.register(rootRoutes, options);
    await epcis.register(discoveryRoutes, options);
    await epcis.register(captureRoutes, options);
    await epcis.register(eventRoutes, options);
    await epcis.register(queryRoutes, options);
    await epcis.register(subscriptionRoutes, options);
    await epcis.register(queryEventRoutes, options);
  });
  await app.register(traceApiRoutes, options);
  await app.register(contextRoutes);
  await app.register(lineageRoutes, options);
  await app.register(recallRoutes, options);
  await app.register(accessRoutes, { access: options.trace.access });
  await app.register(attachmentRoutes, options);
  await app.register(fieldRoutes, options);
  await app.register(importRoutes, { imports: options.trace.imports, access: options.trace.access });
  await app.register(certificateRoutes, options);
  await app.register(findingRoutes, options);
  await app.register(labelRoutes, { labels: options.trace.labels });
  await app.register(reportRoutes, { reports: options.trace.reports });
  await app.register(linkRoutes, { resolver: options.trace.resolver });
  await app.register(resolverRoutes, { resolver: options.trace.resolver });
};
