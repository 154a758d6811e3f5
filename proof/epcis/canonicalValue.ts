import { canonicalNumber, formatNumber } from './canonicalNumber.ts';
import { canonicalTime } from './canonicalTime.ts';
import { cbvUrnToUri } from './cbvWords.ts';
import type { JsonValue } from './json.ts';
import { expandCurie, type Prefixes } from './resolveContext.ts';
import { toDigitalLink } from './toDigitalLink.ts';

/** What a document's events share while they are written. */
export interface Scope {
  prefixes: Prefixes;
  /** Canonical forms of URIs seen before: places, parties and classes repeat within a document. */
  uris: Map<string, string>;
}

function trim(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first <= 32 || last <= 32 || first >= 128 || last >= 128 ? text.trim() : text;
}

function canonicalUri(text: string, colon: number, scope: Scope): string {
  const known = scope.uris.get(text);
  if (known !== undefined) return known;
  const full = expandCurie(text, colon, scope.prefixes);
  const canonical = cbvUrnToUri(full) ?? toDigitalLink(full) ?? full;
  scope.uris.set(text, canonical);
  return canonical;
}

/**
 * A text value in its one form: trimmed, numbers without trailing zeros, CURIEs and CBV URNs expanded, GS1 keys as
 * canonical Digital Links (CBV 2.0, event hash rules 5 to 7 and on URIs).
 */
function canonicalText(raw: string, scope: Scope): string {
  const text = trim(raw);
  const colon = text.indexOf(':');
  if (colon > 0) return canonicalUri(text, colon, scope);
  return canonicalNumber(text) ?? text;
}

/** A scalar as text; empty for null. */
export function canonicalScalar(value: JsonValue, scope: Scope): string {
  if (typeof value === 'string') return canonicalText(value, scope);
  if (typeof value === 'number') return formatNumber(value);
  return typeof value === 'boolean' ? String(value) : '';
}

/** How a standard field writes a scalar. */
export type ScalarForm = (value: JsonValue, scope: Scope) => string;

/** A time in UTC (CBV 2.0, event hash rules 8 and 9). */
export const timeForm: ScalarForm = (value, scope) =>
  typeof value === 'string' ? canonicalTime(trim(value)) : canonicalScalar(value, scope);

/** A word of a vocabulary as its web URI. */
export function wordForm(words: ReadonlyMap<string, string>): ScalarForm {
  return (value, scope) => {
    if (typeof value !== 'string') return canonicalScalar(value, scope);
    const word = trim(value);
    return words.get(word) ?? canonicalText(word, scope);
  };
}
