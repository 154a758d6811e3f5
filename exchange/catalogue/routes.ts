import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Dsp } from '../dsp/dsp.ts';
import type { Catalogue } from './catalogue.ts';
import { browseRoutes } from './routes/browseRoutes.ts';
import { datasetRoutes } from './routes/datasetRoutes.ts';
import { dutyRoutes } from './routes/dutyRoutes.ts';
import { newsRoutes } from './routes/newsRoutes.ts';
import { reviewRoutes } from './routes/reviewRoutes.ts';

/** The HTTP surface of the catalogue: for its stewards, its reviewers, and those who look for data. */
export function catalogueRoutes(
  catalogue: Catalogue,
  dsp: Pick<Dsp, 'requestCatalog' | 'requestDataset'>,
): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(dutyRoutes(catalogue));
    await app.register(datasetRoutes(catalogue));
    await app.register(reviewRoutes(catalogue));
    await app.register(browseRoutes(catalogue, dsp));
    await app.register(newsRoutes(catalogue));
  };
}
