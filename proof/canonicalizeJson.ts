import { proofErrors } from './errors.ts';
import { inBoth } from './words.ts';

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

const refuse = (path: string, en: string, zh: string) =>
  proofErrors.notCanonical(...inBoth({ path, problem: { en, zh } }));

function write(value: unknown, path: string, depth: number): string {
  if (depth > maxDepth) throw refuse('$', `nested deeper than ${maxDepth} levels`, `嵌套超过 ${maxDepth} 层`);
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'string') return writeString(value, path);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw refuse(path, 'a number that is not finite', '不是有限的数');
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
  throw refuse(path, `a value of type ${typeof value}`, `类型为 ${typeof value}，不是 JSON 值`);
}

function writeString(value: string, path: string): string {
  // §3.2.2.2: lone surrogates must end the canonicalisation with an error.
  if (!value.isWellFormed()) throw refuse(path, 'a string with a lone surrogate', '文本中有不成对的代理项');
  return JSON.stringify(value);
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}
