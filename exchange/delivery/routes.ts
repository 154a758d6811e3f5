import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { OpenedDelivery } from './openDelivery.ts';
import { sourceRoutes } from './routes/sourceRoutes.ts';
import { transferRoutes } from './routes/transferRoutes.ts';

/** The HTTP surface of the delivery for people and keys of the own department; the data plane is `planeRoutes`. */
export function deliveryRoutes(delivery: OpenedDelivery): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(sourceRoutes(delivery));
    await app.register(transferRoutes(delivery));
  };
}
