import type { JsonObject } from '../house.ts';
import { exchangeNamespace } from '../policy/model.ts';

const json = (name: string): [string, JsonObject] => [
  `xy:${name}`,
  { '@id': `${exchangeNamespace}${name}`, '@type': '@json' },
];

/**
 * Our JSON-LD context: the second one of messages that have a term of ours. Members that are whole JSON structures for programs, such as the items,
 * are JSON literals; in the DCAT export the same facts are resources of their own.
 */
export const exchangeContext: JsonObject = {
  '@context': {
    '@version': 1.1,
    xy: exchangeNamespace,
    ...Object.fromEntries(
      ['items', 'contact', 'quality', 'questions', 'freshness', 'application', 'grant', 'return', 'narrowed'].map(json),
    ),
  },
};
