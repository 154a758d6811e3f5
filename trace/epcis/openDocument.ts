import type { JsonValue } from '../../proof/index.ts';
import type { Issue } from './issue.ts';
import type { RuleSetting } from './rules.ts';
import { readPrefixes } from './terms.ts';
import { validateEnvelope } from './validate.ts';

type JsonObject = Record<string, JsonValue>;

/** A document taken apart. */
export interface OpenedDocument {
  /** `@context`, `schemaVersion` and document-level extension fields: what gives the events their meaning. */
  envelope: JsonObject;
  /** Events as they stand in the document, not validated yet. */
  events: JsonObject[];
  /** Pointer to the list of events. */
  pointer: string;
  vocabularies: JsonValue[];
  /** What the rules measure each event by. */
  setting: RuleSetting;
}

/** How far the clocks of devices and systems may differ unless the platform is told otherwise. */
export const usualClockToleranceMs = 5 * 60_000;

export interface OpenDocumentOptions {
  clockToleranceMs?: number;
  /** Milliseconds since 1970. */
  now?: number;
}

function pickExtensions(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key.includes(':')));
}

/**
 * Takes an EPCISDocument, an EPCISQueryDocument or an EPCISMasterDataDocument (which has no events) apart, or says what
 * is wrong with its envelope.
 */
export function openDocument(
  document: unknown,
  { clockToleranceMs = usualClockToleranceMs, now = Date.now() }: OpenDocumentOptions = {},
): OpenedDocument | Issue[] {
  const issues = validateEnvelope(document);
  if (issues.length > 0) return issues;
  const root = document as JsonObject;
  const body = root.epcisBody as JsonObject;
  const envelope = {
    ...pickExtensions(root),
    ...(root['@context'] !== undefined && { '@context': root['@context'] }),
    ...(root.schemaVersion !== undefined && { schemaVersion: root.schemaVersion }),
  };
  const setting = { now, clockToleranceMs, prefixes: readPrefixes(envelope['@context']) };
  if (root.type === 'EPCISMasterDataDocument') {
    const vocabularies = (body.vocabularyList as JsonValue[] | undefined) ?? [];
    return { envelope, events: [], pointer: '/epcisBody/eventList', vocabularies, setting };
  }
  if (root.type === 'EPCISDocument') {
    const header = root.epcisHeader as { epcisMasterData?: { vocabularyList?: JsonValue[] } } | undefined;
    return {
      envelope,
      events: body.eventList as JsonObject[],
      pointer: '/epcisBody/eventList',
      vocabularies: header?.epcisMasterData?.vocabularyList ?? [],
      setting,
    };
  }
  const answer = body.queryResults as JsonObject;
  const results = answer.resultsBody as JsonObject;
  return {
    // What a query's answer says of all its events (such as `ignoreFields`), a document says at its top.
    envelope: { ...pickExtensions(answer), ...envelope },
    events: (results.eventList as JsonObject[] | undefined) ?? [],
    pointer: '/epcisBody/queryResults/resultsBody/eventList',
    vocabularies: (results.vocabularyList as JsonValue[] | undefined) ?? [],
    setting,
  };
}
