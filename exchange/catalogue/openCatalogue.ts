import type { Catalogue } from './catalogue.ts';
import { exportDcat } from './dcat/exportDcat.ts';
import { listDuties, removeDuty, saveDuty } from './duties.ts';
import { discardChange, removeDataset, withdrawDataset } from './endDataset.ts';
import { listManaged, searchDatasets, showDataset, withoutSource } from './findDatasets.ts';
import { measureDataset } from './measure/measureDataset.ts';
import { scheduleMeasuring } from './measure/schedule.ts';
import { catalogFor, datasetFor, offerOf } from './message/catalogMessage.ts';
import { listSubscriptions, markRead, readNews, subscribe, unsubscribe } from './news/subscribe.ts';
import { type CatalogueParts, type CatalogueRules, defaultRules } from './parts.ts';
import { readMeasurements, readSteps, readVersions } from './readHistory.ts';
import { decideDataset, recallDataset, submitDataset } from './reviewDataset.ts';
import { findVersion, readManaged, versionOf } from './rows.ts';
import { runCatalogue } from './runCatalogue.ts';
import { searchAll } from './search/searchAll.ts';
import { itemsFromCsv, itemsFromSource } from './suggestItems.ts';
import { changeDataset, createDataset } from './writeDataset.ts';

type Optional = 'grantedTo' | 'questionsOf' | 'registry' | 'requestCatalog';

/** What the catalogue stands on; without `grantedTo` nobody but the department itself sees restricted datasets, without
 * `registry` nobody else is searched. */
export type OpenCatalogueParameters = Omit<CatalogueParts, 'rules' | Optional> &
  Partial<Pick<CatalogueParts, Optional>> & {
    rules?: Partial<CatalogueRules>;
  };

const noCatalogues: CatalogueParts['requestCatalog'] = async () => {
  throw new Error('The catalogue was opened without a way to others.');
};

/** Opens the catalogue of the departments of this process over its tables. */
export function openCatalogue({ rules, ...given }: OpenCatalogueParameters): Catalogue {
  const parts: CatalogueParts = {
    grantedTo: async () => [],
    questionsOf: async () => [],
    registry: { list: async () => ({ items: [], nextPageToken: null }) },
    requestCatalog: noCatalogues,
    ...given,
    rules: { ...defaultRules, ...rules },
  };
  const { sql } = parts.house.store;
  return {
    saveDuty: (participant, actor, duty) => saveDuty(parts, { participant, actor, duty }),
    removeDuty: (participant, actor, code) => removeDuty(parts, { participant, actor, code }),
    listDuties: (participant, page) => listDuties(parts, participant, page),

    create: (participant, actor, draft) => createDataset(parts, { participant, actor, draft }),
    change: (participant, actor, id, change) => changeDataset(parts, { participant, actor, id, ...change }),
    submit: (participant, actor, id, note) => submitDataset(parts, { participant, actor, id, note }),
    decide: (participant, actor, id, decision) => decideDataset(parts, { participant, actor, id, ...decision }),
    recall: (participant, actor, id) => recallDataset(parts, { participant, actor, id }),
    discard: (participant, actor, id) => discardChange(parts, { participant, actor, id }),
    withdraw: (participant, actor, id, reason) => withdrawDataset(parts, { participant, actor, id, reason }),
    remove: (participant, actor, id) => removeDataset(parts, { participant, actor, id }),
    readManaged: (participant, id) => readManaged(sql, participant, id),
    listManaged: (participant, filter, page) => listManaged(parts, { participant, filter, page }),
    history: (participant, id, page) => readSteps(parts, { participant, id, page }),
    versions: (participant, id, page) => readVersions(parts, { participant, id, page }),
    suggestItems: async (participant, from) =>
      'csv' in from ? itemsFromCsv(from.csv) : itemsFromSource(parts, participant, from.source),

    async read(participant, id, version) {
      const row = await findVersion(sql, { participant, id, version });
      return row && versionOf(row);
    },
    async show(participant, id, viewer) {
      const dataset = await showDataset(parts, { participant, id, viewer });
      return dataset && withoutSource(dataset);
    },
    async search(participant, viewer, filter, page) {
      const { items, nextPageToken } = await searchDatasets(parts, { participant, viewer, filter, page });
      return { items: items.map(withoutSource), nextPageToken };
    },

    searchAll: (asker, filter, page) => searchAll(parts, { asker, filter, page }),

    catalogFor: (participant, caller, filter, page) => catalogFor(parts, { participant, caller, filter, page }),
    datasetFor: (participant, id, caller) => datasetFor(parts, { participant, id, caller }),
    offerOf: (participant, offerId) => offerOf(parts, { participant, offerId }),
    exportDcat: (participant, viewer, options) => exportDcat(parts, { participant, viewer, ...options }),

    measure: (participant, id) => measureDataset(parts, { participant, id }),
    scheduleMeasuring: (participant, actor, id, cron) => scheduleMeasuring(parts, { participant, actor, id, cron }),
    measurements: (participant, id, page) => readMeasurements(parts, { participant, id, page }),

    subscribe: (participant, subscriber, to) => subscribe(parts, { participant, subscriber, ...to }),
    unsubscribe: (subscriber, id) => unsubscribe(parts, subscriber, id),
    subscriptions: (subscriber, page) => listSubscriptions(parts, subscriber, page),
    news: (subscriber, page) => readNews(parts, subscriber, page),
    markRead: (subscriber, ids) => markRead(parts, subscriber, ids),

    run: (signal) => runCatalogue(parts, signal),
  };
}
