import type { JsonValue } from '../../proof/index.ts';
import { pointerToken } from './issue.ts';
import type { Fields, Report } from './rules.ts';
import { type Prefixes, readPrefixes } from './terms.ts';

/** Names that are URIs in full, not a prefix with a name behind it. */
const fullUri = /^(?:[A-Za-z][A-Za-z0-9+.-]*:\/\/|urn:|tag:)/;
/** How converters from XML declare a prefix beside the fields. */
const xmlns = '@xmlns:';

/**
 * Every prefix of an extension field must stand for a namespace that the document itself gives: contexts behind URLs are
 * not fetched, and a name without its namespace means something else to everybody.
 */
export function checkNamespaces(object: Fields, known: Prefixes, report: Report): void {
  const own = object['@context'] as JsonValue | undefined;
  walk(object, own === undefined ? known : readPrefixes(Object.fromEntries(known), own), '', report);
}

function walk(value: unknown, known: Prefixes, path: string, report: Report): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, known, `${path}/${index}`, report);
    return;
  }
  const declared = Object.keys(value).filter((key) => key.startsWith(xmlns));
  const inner = declared.length === 0 ? known : new Map([...known, ...declared.map((key) => declare(key, value))]);
  for (const [key, item] of Object.entries(value)) {
    if (key.startsWith('@')) continue;
    const at = `${path}/${pointerToken(key)}`;
    const colon = key.indexOf(':');
    if (colon >= 0 && !fullUri.test(key) && !inner.has(key.slice(0, colon))) {
      report(
        at,
        [
          `has the prefix ${key.slice(0, colon)}, which no @context explains`,
          'a prefix with its namespace in @context',
        ],
        [`使用了 @context 中没有定义的前缀 ${key.slice(0, colon)}`, '在 @context 中写明前缀及其命名空间'],
      );
    }
    if (typeof item === 'object') walk(item, inner, at, report);
  }
}

const declare = (key: string, object: object): [string, string] => [
  key.slice(xmlns.length),
  String((object as Fields)[key]),
];
