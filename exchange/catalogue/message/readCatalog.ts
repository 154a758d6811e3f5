import type { JsonValue } from '../../../proof/index.ts';
import type { JsonObject, Words } from '../../house.ts';

/** A dataset of another connector's catalog, as far as it tells; connectors of others know nothing of our terms. */
export interface CatalogEntry {
  id: string;
  title: Words;
  description: Words;
  keywords: string[];
  /** Our terms by their short names (`sharing`, `items`, `level`, …), as the catalog has them. */
  terms: JsonObject;
  /** What can be negotiated, as it came; empty for what is not shared. */
  offers: JsonObject[];
  /** Formats of a transfer. */
  formats: string[];
}

const mostText = 4_000;
const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: JsonValue | undefined): JsonValue[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
const objectsOf = (value: JsonValue | undefined) => listOf(value).filter(isObject);
const textsOf = (value: JsonValue | undefined) =>
  listOf(value)
    .filter((one): one is string => typeof one === 'string')
    .map((one) => one.slice(0, mostText));

/** Texts with or without a language; what has none counts as English unless it is written in Chinese. */
function wordsOf(value: JsonValue | undefined): Words {
  const words: Words = { zh: '', en: '' };
  for (const one of listOf(value)) {
    const text = isObject(one) ? one['@value'] : one;
    if (typeof text !== 'string') continue;
    const language = isObject(one) && typeof one['@language'] === 'string' ? one['@language'] : null;
    const isChinese = language === null ? /\p{Script=Han}/v.test(text) : language.startsWith('zh');
    words[isChinese ? 'zh' : 'en'] ||= text.slice(0, mostText);
  }
  return words;
}

/** A dataset of a catalog message or of the answer to a dataset request; null when it has no id. */
export function readEntry(body: JsonObject): CatalogEntry | null {
  const id = body['@id'];
  if (typeof id !== 'string') return null;
  const own = Object.entries(body).filter(([name]) => name.startsWith('xy:'));
  return {
    id,
    title: wordsOf(body['dct:title'] ?? body.title),
    description: wordsOf(body['dct:description'] ?? body.description),
    keywords: textsOf(body['dcat:keyword'] ?? body.keyword),
    terms: Object.fromEntries(own.map(([name, value]) => [name.slice(3), value])),
    offers: objectsOf(body.hasPolicy),
    formats: [...new Set(objectsOf(body.distribution).flatMap(({ format }) => textsOf(format)))],
  };
}

/** The datasets of a catalog message, those that are withheld last. */
export function readCatalog(catalog: JsonObject): CatalogEntry[] {
  const bodies = [...objectsOf(catalog.dataset), ...objectsOf(catalog['xy:withheld'])];
  return bodies.map(readEntry).filter((entry) => entry !== null);
}
