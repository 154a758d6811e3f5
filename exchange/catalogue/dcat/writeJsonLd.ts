import type { JsonObject } from '../../house.ts';
import { type Node, prefixes, type Value } from './terms.ts';

/** The prefixes, so that the export can be read without fetching anything. */
const exportContext: JsonObject = { '@version': 1.1, ...prefixes };

function toObject({ '@id': id, '@type': types, properties }: Node): JsonObject {
  return {
    ...(id === undefined ? {} : { '@id': id }),
    '@type': types,
    ...Object.fromEntries(properties.map(([term, values]) => [term, values.map(toJson)])),
  };
}

function toJson(value: Value): JsonObject {
  return 'properties' in value ? toObject(value) : { ...value };
}

/** Writes nodes as JSON-LD 1.1 with its context inside. */
export function writeJsonLd(nodes: readonly Node[]): string {
  return `${JSON.stringify({ '@context': exportContext, '@graph': nodes.map(toObject) }, null, 2)}\n`;
}
