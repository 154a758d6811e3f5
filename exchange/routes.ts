import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';

/** The HTTP surface of data exchange: each part of the room adds its plugin here. */
export const exchangeRoutes: FastifyPluginAsyncTypebox = async (_app) => {};
