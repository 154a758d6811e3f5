import type { JsonObject, Words } from '../../house.ts';
import type { Dataset, Item } from '../dataset.ts';
import { formatsOf } from './formats.ts';
import { makeOffer } from './offer.ts';

/** Where a department's data are asked for. */
export interface ServiceReference {
  '@id': string;
  '@type': 'DataService';
  endpointURL: string;
  [term: string]: string;
}

/** A text as JSON-LD values with their languages; an empty one is left out. */
export function localized({ zh, en }: Words): JsonObject[] {
  return [
    ...(zh.trim() === '' ? [] : [{ '@value': zh, '@language': 'zh' }]),
    ...(en.trim() === '' ? [] : [{ '@value': en, '@language': 'en' }]),
  ];
}

const toWords = ({ zh, en }: Words) => ({ zh, en });

/** What others need of an item to ask for it; how a mask cuts is told by its kind only. */
function itemBody(item: Item): JsonObject {
  const { name, title, description, type, sharing, sensitive, key, level, mask, validity } = item;
  return {
    name,
    title: toWords(title),
    ...(description ? { description: toWords(description) } : {}),
    type,
    sharing,
    sensitive,
    key,
    level,
    mask: mask?.kind ?? null,
    ...(validity?.codes
      ? { codes: validity.codes.map(({ code, title: name }) => ({ code, title: toWords(name) })) }
      : {}),
  };
}

/** Names of duties by their code. */
export type DutyTitles = ReadonlyMap<string, Words>;

/** The Chinese fields of a dataset under our own terms (docs/exchange-catalogue.md). */
function ownTerms(dataset: Dataset, duties: DutyTitles): JsonObject {
  const { quality, freshness, conditions, legalGround, regionName } = dataset;
  const dutyTitle = duties.get(dataset.duty);
  return {
    'xy:version': dataset.version,
    'xy:digest': dataset.digest,
    'xy:duty': dataset.duty,
    ...(dutyTitle ? { 'xy:dutyTitle': localized(dutyTitle) } : {}),
    'xy:table': dataset.table,
    'xy:department': localized(dataset.department),
    'xy:sharing': dataset.sharing,
    ...(legalGround === null ? {} : { 'xy:legalGround': legalGround }),
    ...(conditions === null ? {} : { 'xy:conditions': localized(conditions) }),
    'xy:method': [...dataset.methods],
    'xy:updateCycle': dataset.updateCycle,
    'xy:subject': dataset.subject,
    'xy:region': dataset.region,
    ...(regionName === null ? {} : { 'xy:regionName': localized(regionName) }),
    'xy:level': dataset.level,
    'xy:items': dataset.items.map(itemBody),
    'xy:contact': { ...dataset.contact },
    ...(quality === null
      ? {}
      : {
          'xy:quality': {
            ...quality,
            items: quality.items.map((item) => ({ ...item })),
            missing: [...quality.missing],
          },
        }),
    ...(freshness === null ? {} : { 'xy:freshness': { ...freshness } }),
  };
}

function common(dataset: Dataset, duties: DutyTitles): JsonObject {
  return {
    '@id': dataset.id,
    '@type': 'Dataset',
    'dct:title': localized(dataset.title),
    'dct:description': localized(dataset.description),
    'dcat:keyword': [...dataset.keywords],
    ...ownTerms(dataset, duties),
  };
}

/** A dataset of a catalog message, with its offer and distributions; null for what is not shared. */
export function datasetBody(
  dataset: Dataset,
  service: ServiceReference,
  duties: DutyTitles = new Map(),
): JsonObject | null {
  const offer = makeOffer(dataset);
  if (offer === null) return null;
  return {
    ...common(dataset, duties),
    hasPolicy: [offer],
    distribution: formatsOf(dataset).map((format) => ({
      '@type': 'Distribution',
      format,
      accessService: service['@id'],
    })),
  };
}

/**
 * A dataset that is not shared, for `xy:withheld`: the protocol's own list is of what can be negotiated. Its items are told,
 * so that others know what exists and on which ground it is kept.
 */
export function withheldBody(dataset: Dataset, duties: DutyTitles = new Map()): JsonObject {
  return common(dataset, duties);
}
