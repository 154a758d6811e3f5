import type { JsonObject } from '../../house.ts';
import type { DspContext } from '../context.ts';
import { kitDatasets } from './kitScripts.ts';
import { negotiationScripts } from './scripts.ts';

/** The datasets that a kit can see; their ids say what happens to whoever asks for them. */
const ids = [...kitDatasets, ...Object.keys(negotiationScripts)];

function describe({ house }: Pick<DspContext, 'house'>, participant: string, id: string): JsonObject {
  const address = house.addressOf(participant);
  const service = { '@id': `${address}#connector`, '@type': 'DataService', endpointURL: `${address}/2025-1` };
  return {
    '@id': id,
    '@type': 'Dataset',
    hasPolicy: [{ '@id': `offer:${id}`, '@type': 'Offer', permission: [{ action: 'use' }] }],
    distribution: [{ '@type': 'Distribution', format: 'HttpData-PULL', accessService: service }],
  };
}

/** The catalogue with the datasets of the test profile before its own. */
export function scriptedCatalogue(parts: Pick<DspContext, 'house' | 'catalogue'>): DspContext['catalogue'] {
  const { catalogue } = parts;
  return {
    offerOf: (...asked) => catalogue.offerOf(...asked),
    async datasetFor(participant, id, caller) {
      return ids.includes(id) ? describe(parts, participant, id) : catalogue.datasetFor(participant, id, caller);
    },
    async catalogFor(participant, caller, filter, page) {
      const found = await catalogue.catalogFor(participant, caller, filter, page);
      if (page.pageToken !== undefined) return found;
      const { dataset: own = [], ...catalog } = found.catalog;
      const dataset = [...ids.map((id) => describe(parts, participant, id)), ...(own as JsonObject[])];
      return { ...found, catalog: { ...catalog, dataset } };
    },
  };
}
