import { createHash } from 'node:crypto';
import type { XiangyuError } from '../../errors.ts';
import { canonicalizeJson, hashEvents, inBoth, type JsonValue, wordsOfError } from '../../proof/index.ts';
import type { EpcisEvent } from '../epcis/event.ts';
import { firstOf, type Issue, issueAt } from '../epcis/issue.ts';
import type { OpenedDocument } from '../epcis/openDocument.ts';
import { bareWord, readPrefixes } from '../epcis/terms.ts';
import { validateEvent } from '../epcis/validate.ts';
import { traceErrors } from '../errors.ts';
import { type EventThing, type LotItem, readThings } from '../things.ts';
import { type EventField, readFields } from './readFields.ts';

type JsonObject = Record<string, JsonValue>;

/** A valid event of a document, ready to be stored. */
export interface PreparedEvent {
  /** Position in the document, from 0. */
  index: number;
  event: EpcisEvent;
  /** True when the document named no eventID and the hash id took its place. */
  assigned: boolean;
  eventID: string;
  hash: string;
  /** SHA-256 of the errorDeclaration in hexadecimal, or empty. */
  declaration: string;
  bizStep: string | null;
  disposition: string | null;
  things: EventThing[];
  fields: EventField[];
  lotItems: LotItem[];
}

/** An event that cannot be stored, and why. */
export interface RefusedEvent {
  index: number;
  error: XiangyuError;
}

export const sha256Hex = (text: string) => createHash('sha256').update(text).digest('hex');

/** Validates, hashes and indexes the events of a document, each on its own; `issues` collects what is wrong with them. */
export function prepareEvents(opened: OpenedDocument): {
  prepared: PreparedEvent[];
  refused: RefusedEvent[];
  issues: Issue[];
} {
  const prepared: PreparedEvent[] = [];
  const refused: RefusedEvent[] = [];
  const issues: Issue[] = [];
  const refuse = (index: number, found: Issue[]) => {
    const values = { index, count: found.length, ...firstOf(found) };
    const error = traceErrors.eventRefused(...inBoth(values, { details: { errors: found } }));
    refused.push({ index, error });
    issues.push(...found);
  };
  const candidates: { index: number; event: JsonObject }[] = [];
  for (const [index, event] of opened.events.entries()) {
    const found = validateEvent(event, `${opened.pointer}/${index}`, opened.setting);
    if (found.length > 0) refuse(index, found);
    else candidates.push({ index, event });
  }
  for (const { index, event, hash } of hashCandidates(opened.envelope, candidates)) {
    if (typeof hash === 'string') prepared.push(prepareEvent(opened.envelope, index, event, hash));
    else {
      const { en, zh } = wordsOfError(hash);
      const expected = ['an event with a CBV hash', '可以计算 CBV 哈希的事件'] as const;
      refuse(index, [issueAt(`${opened.pointer}/${index}`, [en, expected[0]], [zh, expected[1]])]);
    }
  }
  return { prepared, refused, issues };
}

/** Hashes all at once; only when that fails one by one, so that the event at fault can be named. */
function hashCandidates(envelope: JsonObject, candidates: { index: number; event: JsonObject }[]) {
  const sha256 = sha256Hex;
  const hash = (events: JsonObject[]) => hashEvents(composeDocument(envelope, events), { sha256 });
  try {
    const hashes = hash(candidates.map(({ event }) => event));
    return candidates.map((candidate, at) => ({ ...candidate, hash: hashes[at] ?? new Error('the hash is missing') }));
  } catch {
    return candidates.map((candidate) => {
      try {
        return { ...candidate, hash: hash([candidate.event])[0] ?? new Error('the hash is missing') };
      } catch (error) {
        return { ...candidate, hash: error instanceof Error ? error : new Error(String(error)) };
      }
    });
  }
}

/** An EPCISDocument of `events` that means what the document meant that they came in. */
export function composeDocument(envelope: JsonObject, events: JsonObject[], creationDate?: string): JsonObject {
  return {
    schemaVersion: '2.0',
    ...envelope,
    type: 'EPCISDocument',
    ...(creationDate !== undefined && { creationDate }),
    epcisBody: { eventList: events },
  };
}

function prepareEvent(envelope: JsonObject, index: number, raw: JsonObject, hash: string): PreparedEvent {
  const assigned = raw.eventID === undefined;
  const event = { ...raw, eventID: raw.eventID ?? hash } as unknown as EpcisEvent;
  const prefixes = readPrefixes(envelope['@context'], event['@context']);
  const word = (term: string | undefined) => (term === undefined ? null : bareWord(prefixes, term));
  const declared = event.errorDeclaration as JsonValue | undefined;
  return {
    index,
    event,
    assigned,
    eventID: event.eventID ?? hash,
    hash,
    declaration: declared === undefined ? '' : sha256Hex(canonicalizeJson(declared)),
    bizStep: word(event.bizStep),
    disposition: word(event.disposition),
    ...readThings(event, prefixes),
    fields: readFields(event, prefixes),
  };
}
