import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Evidence } from './createEvidence.ts';
import { recordRoutes } from './routes/recordRoutes.ts';

/** The HTTP surface of evidence: recording, reading, erasing. */
export const evidenceRoutes: FastifyPluginAsyncTypebox<{ evidence: Evidence }> = async (app, options) => {
  await app.register(recordRoutes, options);
};
