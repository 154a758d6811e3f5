import { type Component, type Gs1Key, KEYS_BY_NAME, QUALIFIERS_BY_NAME } from './gs1Keys.ts';
import { decodeKeyText, encodeKeyText } from './keyCharacters.ts';

/** A component of a Digital Link with its decoded, normalized value. */
export interface LinkPart<Rule extends Component = Component> {
  rule: Rule;
  value: string;
}

/** A Digital Link taken apart: one key and its qualifiers in the order of the standard. */
export interface DigitalLinkParts {
  key: LinkPart<Gs1Key>;
  qualifiers: LinkPart[];
}

/** Where canonical Digital Links live. */
export const CANONICAL_ORIGIN = 'https://id.gs1.org';

function readPart<Rule extends Component>(rule: Rule, encoded: string): LinkPart<Rule> | null {
  const decoded = decodeKeyText(encoded);
  const value = decoded === null ? null : rule.normalize(decoded);
  return value === null ? null : { rule, value };
}

/** True when the qualifiers appear in one of the key's sequences, in its order. */
function followsSequence(key: Gs1Key, qualifiers: readonly LinkPart[]): boolean {
  if (qualifiers.length === 0) return true;
  return key.sequences.some((sequence) => {
    let next = 0;
    for (const ai of sequence) if (qualifiers[next]?.rule.ai === ai) next++;
    return next === qualifiers.length;
  });
}

function readFrom(segments: readonly string[], start: number, keyRule: Gs1Key): DigitalLinkParts | null {
  const key = readPart(keyRule, segments[start + 1] ?? '');
  if (!key) return null;
  const qualifiers: LinkPart[] = [];
  for (let i = start + 2; i < segments.length; i += 2) {
    const rule = QUALIFIERS_BY_NAME.get(segments[i] ?? '');
    const part = rule ? readPart(rule, segments[i + 1] ?? '') : null;
    if (!part) return null;
    qualifiers.push(part);
  }
  return followsSequence(keyRule, qualifiers) ? { key, qualifiers } : null;
}

/** The part of a URI between the authority and the query, or of a bare path up to the query; one trailing slash less. */
function pathOf(uri: string): string {
  const scheme = uri.indexOf('://');
  let start = 0;
  if (scheme >= 0) {
    start = uri.indexOf('/', scheme + 3);
    if (start < 0) return '';
  }
  let end = uri.length;
  const query = uri.indexOf('?', start);
  if (query >= 0) end = query;
  const fragment = uri.indexOf('#', start);
  if (fragment >= 0 && fragment < end) end = fragment;
  if (end > start && uri.charCodeAt(end - 1) === 47) end--;
  return uri.slice(start, end);
}

/**
 * Takes a Digital Link (any domain, or a bare path; GS1 Digital Link 1.2, section 4) apart. The key may stand behind
 * other path segments. Check digits are not looked at. Null when it is no Digital Link.
 */
export function readDigitalLink(uri: string): DigitalLinkParts | null {
  const path = pathOf(uri);
  let slash = path.indexOf('/');
  // The first segment that names a key decides where the split is worth its price: most URIs name none.
  while (slash >= 0) {
    const next = path.indexOf('/', slash + 1);
    if (next < 0) return null;
    if (KEYS_BY_NAME.has(path.slice(slash + 1, next))) break;
    slash = next;
  }
  if (slash < 0) return null;
  const segments = path.slice(slash + 1).split('/');
  for (let start = 0; start + 1 < segments.length; start++) {
    const rule = KEYS_BY_NAME.get(segments[start] ?? '');
    // Pairs must fill the rest of the path.
    if (!rule || (segments.length - start) % 2 !== 0) continue;
    const parts = readFrom(segments, start, rule);
    if (parts) return parts;
  }
  return null;
}

/** The canonical Digital Link of a key and those qualifiers. */
export function writeDigitalLink(key: LinkPart, qualifiers: readonly LinkPart[]): string {
  let link = `${CANONICAL_ORIGIN}/${key.rule.ai}/${encodeKeyText(key.value)}`;
  for (const { rule, value } of qualifiers) link += `/${rule.ai}/${encodeKeyText(value)}`;
  return link;
}
