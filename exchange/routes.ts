import type { FastifyPluginAsync } from 'fastify';
import { answerPlaneRoutes } from './answers/planeRoutes.ts';
import { answerRoutes } from './answers/routes.ts';
import { askingRoutes } from './applications/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { citizenRoutes } from './citizens/routes.ts';
import { deliveryRoutes } from './delivery/routes.ts';
import { dutyRoutes, receiptPlaneRoutes } from './duties/routes.ts';
import { grantRoutes } from './grants/routes.ts';
import type { Exchange } from './openExchange.ts';

/**
 * The HTTP surface of connectors: what other connectors call (the Dataspace Protocol and the data plane, below /dsp/…) and what
 * the own department's people and programs call (below /api/exchange/…).
 */
export function exchangeRoutes(exchange: Exchange): FastifyPluginAsync {
  const { dsp, delivery, applications, answers, duties, citizens, audit, catalogue, grants } = exchange;
  return async (app) => {
    await app.register(dsp.routes);
    await app.register(delivery.planeRoutes);
    await app.register(answerPlaneRoutes(answers));
    await app.register(receiptPlaneRoutes(duties));
    await app.register(applications.wireRoutes);
    await app.register(catalogueRoutes(catalogue, dsp));
    await app.register(grantRoutes(grants));
    await app.register(askingRoutes(applications));
    await app.register(deliveryRoutes(delivery));
    await app.register(answerRoutes(answers));
    await app.register(dutyRoutes(duties));
    await app.register(citizenRoutes(citizens));
    await app.register(auditRoutes(audit));
  };
}
