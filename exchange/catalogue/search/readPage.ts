import { createHash } from 'node:crypto';
import { searchWords } from '../../../host/index.ts';
import { canonicalizeJson, type JsonValue } from '../../../proof/index.ts';
import type { JsonObject } from '../../house.ts';
import { type CatalogEntry, readCatalog } from '../message/readCatalog.ts';
import type { CopiedEntry } from './copies.ts';

const mostWords = 4_000;
const mostEntryCharacters = 400_000;

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: JsonValue | undefined): JsonValue[] => (Array.isArray(value) ? value : []);
const textOf = (value: JsonValue | undefined) =>
  typeof value === 'string' || typeof value === 'number' ? value : null;

/** Every text within a value, such as a title in its languages. */
function textsIn(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value)
    ? Object.entries(value).flatMap(([name, one]) => (name === '@language' ? [] : textsIn(one)))
    : [];
}

/** What the entry is found by: the same texts as of a dataset here, as far as the catalog tells them. */
function wordsOf({ title, description, keywords, terms }: CatalogEntry): string[] {
  const items = listOf(terms.items).filter(isObject);
  const texts = [
    ...Object.values(title),
    ...Object.values(description),
    ...keywords,
    ...['table', 'department', 'duty', 'dutyTitle', 'regionName'].flatMap((term) => textsIn(terms[term])),
    ...items.flatMap(({ name, title, description }) => [name, title, description].flatMap(textsIn)),
  ];
  return searchWords(texts).slice(0, mostWords);
}

/** The terms in the shape that datasets here are filtered by; the catalog of others may say anything, or nothing. */
function contentOf({ terms }: CatalogEntry): JsonObject {
  const { sharing, duty, subject, updateCycle, level, region, method, items } = terms;
  const methods = (Array.isArray(method) ? method : [method ?? null]).filter((one) => typeof one === 'string');
  const shown = listOf(items)
    .filter(isObject)
    .map(({ name, sensitive }) => ({ name: textOf(name), sensitive: sensitive === true }));
  return {
    ...{ sharing: textOf(sharing), duty: textOf(duty), subject: textOf(subject), updateCycle: textOf(updateCycle) },
    ...{ level: textOf(level), region: textOf(region), methods, items: shown },
  };
}

/** PostgreSQL's JSON holds no zero character and no half of a pair; both are escaped in ours. */
const isStorable = (text: string) => text.length <= mostEntryCharacters && !/\\u(?:0000|d[89a-f])/i.test(text);

/** The datasets of a page of a catalog, a digest over all that is kept of it, and how many characters that has. */
export function readPage(catalog: JsonObject): { digest: string; size: number; entries: CopiedEntry[] } {
  const byId = new Map<string, CopiedEntry>();
  for (const found of readCatalog(catalog)) {
    const entry = { ...found, title: { ...found.title }, description: { ...found.description } };
    if (found.id.length > 500 || !isStorable(JSON.stringify(entry))) continue;
    const { freshness } = found.terms;
    const kept = isObject(freshness) && typeof freshness.kept === 'boolean' ? freshness.kept : null;
    byId.set(found.id, {
      id: found.id,
      entry,
      content: contentOf(found),
      freshness: { kept },
      words: wordsOf(found),
    });
  }
  const entries = [...byId.values()];
  const text = canonicalizeJson(entries.map(({ entry }) => entry));
  return { digest: createHash('sha256').update(text).digest('hex'), size: text.length, entries };
}
