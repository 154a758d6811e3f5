import { canonicalNumber, formatNumber } from './canonicalNumber.ts';
import { canonicalTime } from './canonicalTime.ts';
import { cbvUrnToUri } from './cbvWords.ts';
import type { JsonValue } from './json.ts';
import { expandStandardCurie } from './resolveContext.ts';
import { toDigitalLink } from './toDigitalLink.ts';

function trim(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first <= 32 || last <= 32 || first >= 128 || last >= 128 ? text.trim() : text;
}

/**
 * A text value in its one form: trimmed, numbers without trailing zeros, CURIEs and CBV URNs expanded, GS1 keys as
 * canonical Digital Links (CBV 2.0, event hash rules 5 to 7 and on URIs).
 */
function canonicalText(raw: string): string {
  const text = trim(raw);
  const colon = text.indexOf(':');
  if (colon <= 0) return canonicalNumber(text) ?? text;
  const full = expandStandardCurie(text, colon);
  return cbvUrnToUri(full) ?? toDigitalLink(full) ?? full;
}

/** A scalar as text; empty for null. */
export function canonicalScalar(value: JsonValue): string {
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value === 'number') return formatNumber(value);
  return typeof value === 'boolean' ? String(value) : '';
}

/** How a standard field writes a scalar. */
export type ScalarForm = (value: JsonValue) => string;

/** A time in UTC (CBV 2.0, event hash rules 8 and 9). */
export const timeForm: ScalarForm = (value) =>
  typeof value === 'string' ? canonicalTime(trim(value)) : canonicalScalar(value);

/** A word of a vocabulary as its web URI. */
export function wordForm(words: ReadonlyMap<string, string>): ScalarForm {
  return (value) => {
    if (typeof value !== 'string') return canonicalScalar(value);
    const word = trim(value);
    return words.get(word) ?? canonicalText(word);
  };
}
