import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Rights } from '../alliance/index.ts';
import type { Evidence } from './createEvidence.ts';
import { certificateRoutes, type Identify } from './routes/certificateRoutes.ts';
import { recordRoutes } from './routes/recordRoutes.ts';

export interface EvidenceRoutesOptions {
  evidence: Evidence;
  identify: Identify;
  rights: Pick<Rights, 'require'>;
}

/** The HTTP surface of evidence: recording, reading, erasing, certificates. */
export const evidenceRoutes: FastifyPluginAsyncTypebox<EvidenceRoutesOptions> = async (app, options) => {
  await app.register(recordRoutes, options);
  await app.register(certificateRoutes, options);
};
