import type { JsonObject, Words } from '../../house.ts';
import type { Dataset, Item } from '../dataset.ts';
import type { PublishedQuestion } from '../parts.ts';
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

/** What a dataset's description takes from beside it: names of duties by code, open questions by dataset. */
export interface Beside {
  duties: ReadonlyMap<string, Words>;
  questions: ReadonlyMap<string, readonly PublishedQuestion[]>;
}
const nothingBeside: Beside = { duties: new Map(), questions: new Map() };

/** The Chinese fields of a dataset under our own terms (docs/exchange-catalogue.md). */
function ownTerms(dataset: Dataset, beside: Beside): JsonObject {
  const { quality, freshness, conditions, legalGround, regionName } = dataset;
  const questions = beside.questions.get(dataset.id) ?? [];
  const dutyTitle = beside.duties.get(dataset.duty);
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
    ...(questions.length > 0
      ? { 'xy:questions': questions.map(({ id, kind, words }) => ({ id, kind, words: toWords(words) })) }
      : {}),
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

function common(dataset: Dataset, beside: Beside): JsonObject {
  return {
    '@id': dataset.id,
    '@type': 'Dataset',
    'dct:title': localized(dataset.title),
    'dct:description': localized(dataset.description),
    'dcat:keyword': [...dataset.keywords],
    ...ownTerms(dataset, beside),
  };
}

/** A dataset of a catalog message, with its offer and distributions; null for what is not shared. */
export function datasetBody(dataset: Dataset, service: ServiceReference, beside = nothingBeside): JsonObject | null {
  const offer = makeOffer(dataset);
  if (offer === null) return null;
  return {
    ...common(dataset, beside),
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
export function withheldBody(dataset: Dataset, beside = nothingBeside): JsonObject {
  return common(dataset, beside);
}
