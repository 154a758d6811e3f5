import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Acts } from '../alliance/index.ts';
import type { Developer } from './openDeveloper.ts';
import { changeRoutes } from './transactions/changeRoutes.ts';
import { limitRoutes } from './transactions/limitRoutes.ts';
import { transactionRoutes } from './transactions/routes.ts';
import { streamRoutes } from './transactions/streamEvents.ts';
import { webhookRoutes } from './webhooks/routes.ts';

export interface DeveloperRoutesOptions {
  developer: Developer;
  acts: Pick<Acts, 'record'>;
}

/** The room's HTTP surface. */
export const developerRoutes: FastifyPluginAsyncTypebox<DeveloperRoutesOptions> = async (app, { developer, acts }) => {
  const { store, transactions, findSigner, webhooks, signal } = developer;
  await app.register(transactionRoutes({ transactions, findSigner }));
  await app.register(changeRoutes(transactions));
  await app.register(limitRoutes(transactions, acts));
  await app.register(streamRoutes({ store, source: transactions.events, signal }));
  await app.register(webhookRoutes(webhooks));
};
