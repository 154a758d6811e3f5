import type { TSchema } from 'typebox';
import { Compile, Errors } from 'typebox/schema';
import { XiangyuError } from '../../errors.ts';
import { canonicalizeJson } from '../../proof/index.ts';
import { evidenceErrors } from '../errors.ts';
import { DigestItem, type EvidenceItem, maxItems, PayloadItem } from './evidenceItem.ts';

/** One fault of a request: where, what was found, what would be right. */
export interface Fault {
  /** RFC 6901 pointer into the body. */
  pointer: string;
  problem: string;
  expected: string;
}

const maxFaults = 100;
const digestItem = Compile(DigestItem);
const payloadItem = Compile(PayloadItem);

/**
 * The items of a body, all of them right. @throws EVIDENCE_ITEMS_INVALID with every fault (the first hundred) in
 * `details.errors`, EVIDENCE_TOO_MANY
 */
export function checkItems(body: unknown): EvidenceItem[] {
  const items: unknown[] = Array.isArray(body) ? body : [body];
  if (items.length > maxItems) throw evidenceErrors.tooMany({ count: items.length, most: maxItems });
  const faults: Fault[] = [];
  let count = items.length === 0 ? 1 : 0;
  if (items.length === 0) faults.push({ pointer: '', problem: 'is empty', expected: 'an item or a list of items' });
  for (const [at, item] of items.entries()) {
    if (digestItem.Check(item) && isWellFormed(item)) continue;
    const found = findFaults(item, Array.isArray(body) ? `/${at}` : '');
    count += found.length;
    if (faults.length < maxFaults) faults.push(...found.slice(0, maxFaults - faults.length));
  }
  const [first] = faults;
  if (!first) return items as EvidenceItem[];
  const { pointer, problem } = first;
  throw evidenceErrors.itemsInvalid({ count, pointer: pointer || '/', problem }, { details: { errors: faults } });
}

const isWellFormed = ({ name }: { name?: string }) => name === undefined || name.isWellFormed();

function findFaults(item: unknown, base: string): Fault[] {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return [{ pointer: base, problem: `is ${show(item)}`, expected: 'an object with a digest or a payload' }];
  }
  const hasPayload = Object.hasOwn(item, 'payload');
  if (!hasPayload && !Object.hasOwn(item, 'digest')) {
    return [{ pointer: base, problem: 'has no digest and no payload', expected: 'one of them' }];
  }
  if (hasPayload && Object.hasOwn(item, 'digest')) {
    return [{ pointer: base, problem: 'has both a digest and a payload', expected: 'one of them' }];
  }
  const faults = explain(hasPayload ? PayloadItem : DigestItem, item, base);
  const { name, payload } = item as { name?: unknown; payload?: unknown };
  if (typeof name === 'string' && !name.isWellFormed()) {
    faults.push({ pointer: `${base}/name`, problem: 'has half of a surrogate pair', expected: 'well-formed Unicode' });
  }
  if (hasPayload && faults.length === 0 && payloadItem.Check(item)) {
    try {
      canonicalizeJson(payload as Parameters<typeof canonicalizeJson>[0]);
    } catch (error) {
      const problem = error instanceof XiangyuError ? error.reason : String(error);
      faults.push({
        pointer: `${base}/payload`,
        problem: `cannot be hashed: ${problem}`,
        expected: 'JSON of RFC 8785',
      });
    }
  }
  return faults;
}

function explain(schema: TSchema & { properties: Record<string, TSchema> }, item: object, base: string): Fault[] {
  const [, errors] = Errors(schema, item);
  return errors.flatMap((error): Fault[] => {
    if (error.keyword === 'boolean') return [];
    if (error.keyword === 'additionalProperties') {
      return error.params.additionalProperties.map((key) => ({
        pointer: `${base}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        problem: 'is not known here',
        expected: `only ${Object.keys(schema.properties).join(', ')}`,
      }));
    }
    const key = error.instancePath.split('/')[1] ?? '';
    const description = (schema.properties[key] as { description?: string } | undefined)?.description;
    return [
      {
        pointer: base + error.instancePath,
        problem: `is ${show((item as Record<string, unknown>)[key])}`,
        expected: description ?? error.message,
      },
    ];
  });
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
