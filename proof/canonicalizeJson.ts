import { proofErrors } from './errors.ts';

/** A JSON value as JSON.parse returns it. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/** Deeper nesting is refused, so that hostile input meets a clear error and not the end of the stack. */
const maxDepth = 256;

/**
 * The canonical text of a JSON value, RFC 8785: no white space, members sorted by UTF-16 code units (§3.2.3), strings and
 * numbers as ECMAScript writes them (§3.2.2). Throws `PROOF_NOT_CANONICAL` for what I-JSON excludes.
 */
export function canonicalizeJson(value: JsonValue): string {
  return write(value, '$', 0);
}

function write(value: unknown, path: string, depth: number): string {
  if (depth > maxDepth) throw proofErrors.notCanonical({ path: '$', problem: `nested deeper than ${maxDepth} levels` });
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'string') return writeString(value, path);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw proofErrors.notCanonical({ path, problem: 'a number that is not finite' });
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, index) => write(item, `${path}[${index}]`, depth + 1)).join(',')}]`;
  }
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.keys(value)
      .sort()
      .map((key) => `${writeString(key, path)}:${write(value[key], `${path}.${key}`, depth + 1)}`);
    return `{${members.join(',')}}`;
  }
  throw proofErrors.notCanonical({ path, problem: `a value of type ${typeof value}` });
}

function writeString(value: string, path: string): string {
  // §3.2.2.2: lone surrogates must end the canonicalisation with an error.
  if (!value.isWellFormed()) throw proofErrors.notCanonical({ path, problem: 'a string with a lone surrogate' });
  return JSON.stringify(value);
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}
