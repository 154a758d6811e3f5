import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Evidence } from './createEvidence.ts';
import { certificateRoutes, type Identify } from './routes/certificateRoutes.ts';
import { recordRoutes } from './routes/recordRoutes.ts';

/** The HTTP surface of evidence: recording, reading, erasing, certificates. */
export const evidenceRoutes: FastifyPluginAsyncTypebox<{ evidence: Evidence; identify: Identify }> = async (
  app,
  options,
) => {
  await app.register(recordRoutes, options);
  await app.register(certificateRoutes, options);
};
