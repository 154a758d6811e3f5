import { createHash, randomBytes } from 'node:crypto';
import { canonicalizeJson, digestPayload, type JsonValue } from '../../proof/index.ts';
import type { JsonObject } from '../house.ts';
import type { AuditEntry } from './auditEntry.ts';
import { auditErrors } from './errors.ts';

/** A record before it has its place in the chain. */
export interface MadeRecord {
  id: string;
  entry: AuditEntry;
  time: Date;
  /** Canonical JSON of the record without sequence and previous. */
  content: string;
  digest: string;
  /** Salt of what stays out of the signed text; null where there is nothing of it. */
  privateSalt: string | null;
}

/** Most characters of a record's own text, and of its documents together. */
const mostCharacters = 2 ** 18;
const mostDocumentCharacters = 4 * 2 ** 20;

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The parts of an entry that are told in the record as they are. */
const told = [
  'kind',
  'outcome',
  'counterparty',
  'negotiation',
  'transfer',
  'agreement',
  'application',
  'grant',
  'dataset',
  'purpose',
  'bytes',
  'rows',
] as const;

/** What the salted digest `private` of a record is made of. */
export function privatePart({ caseNumber, subjects }: Pick<AuditEntry, 'caseNumber' | 'subjects'>): JsonObject | null {
  const part: JsonObject = {
    ...(caseNumber === undefined ? {} : { caseNumber }),
    ...(subjects === undefined || subjects.length === 0 ? {} : { subjects: [...subjects] }),
  };
  return Object.keys(part).length > 0 ? part : null;
}

/** What others sent may have characters that neither canonical JSON nor the database holds. */
const cleanText = (text: string) => text.toWellFormed().replaceAll('\0', '\ufffd');

/** Objects put members that look like numbers before all others, so that their order would not be the canonical one. */
const cleanKey = (key: string) => (/^\d+$/.test(key) ? `_${key}` : cleanText(key));

function clean<Value extends JsonValue>(value: Value): Value {
  if (typeof value === 'string') return cleanText(value) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(clean) as Value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [cleanKey(key), clean(member)])) as Value;
}

/** The documents that can be kept, and the names of the others. */
function sift(documents: Readonly<Record<string, string>>): { kept: [string, string][]; omitted: string[] } {
  const kept: [string, string][] = [];
  const omitted: string[] = [];
  let bytes = 0;
  for (const [name, text] of Object.entries(documents)) {
    bytes += text.length;
    if (bytes > mostDocumentCharacters || text.includes('\0') || !text.isWellFormed()) omitted.push(name);
    else kept.push([cleanKey(name), text]);
  }
  return { kept, omitted };
}

/**
 * Makes the record of an entry. Whatever a stranger sent, there is a record: characters that cannot be kept are replaced, and
 * documents that cannot be kept are named in `detail.omittedDocuments`.
 * @throws AUDIT_ENTRY_TOO_LARGE
 */
export function makeRecord(given: AuditEntry, id: string, time: Date): MadeRecord {
  const { kept, omitted } = sift(given.documents ?? {});
  const entry = cleanEntry(given, kept, omitted);
  const record: JsonObject = {
    v: 1,
    id,
    participant: entry.participant,
    time: time.toISOString(),
    // The digest is public: without a salt, what is likely could be tried out.
    salt: randomBytes(16).toString('hex'),
    detail: entry.detail,
  };
  for (const name of told) {
    const value = entry[name];
    if (value !== undefined) record[name] = value;
  }
  const hidden = privatePart(entry);
  const privateSalt = hidden ? randomBytes(32).toString('hex') : null;
  if (hidden && privateSalt) record.private = digestPayload(privateSalt, hidden);
  if (kept.length > 0) record.documents = Object.fromEntries(kept.map(([name, text]) => [name, sha256(text)]));
  const content = canonicalizeJson(record);
  if (content.length > mostCharacters) {
    throw auditErrors.entryTooLarge({ kind: entry.kind, characters: content.length, most: mostCharacters });
  }
  return { id, entry, time, content, digest: sha256(content), privateSalt };
}

function cleanEntry(given: AuditEntry, kept: [string, string][], omitted: string[]): AuditEntry {
  const { documents: _, detail, subjects, ...rest } = given;
  const texts = Object.entries(rest).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, typeof value === 'string' ? cleanText(value) : value]],
  );
  return {
    ...(Object.fromEntries(texts) as unknown as AuditEntry),
    detail: { ...clean(detail), ...(omitted.length > 0 ? { omittedDocuments: omitted } : {}) },
    ...(subjects && subjects.length > 0 ? { subjects: [...new Set(subjects)].sort() } : {}),
    ...(kept.length > 0 ? { documents: Object.fromEntries(kept) } : {}),
  };
}
