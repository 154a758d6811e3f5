import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Developer } from './openDeveloper.ts';
import { changeRoutes } from './transactions/changeRoutes.ts';
import { limitRoutes } from './transactions/limitRoutes.ts';
import { transactionRoutes } from './transactions/routes.ts';
import { streamRoutes } from './transactions/streamEvents.ts';
import { webhookRoutes } from './webhooks/routes.ts';

/** The room's HTTP surface. */
export const developerRoutes: FastifyPluginAsyncTypebox<{ developer: Developer }> = async (app, { developer }) => {
  const { store, transactions, findSigner, webhooks, signal } = developer;
  await app.register(transactionRoutes({ transactions, findSigner }));
  await app.register(changeRoutes(transactions));
  await app.register(limitRoutes(transactions));
  await app.register(streamRoutes({ store, source: transactions.events, signal }));
  await app.register(webhookRoutes(webhooks));
};
