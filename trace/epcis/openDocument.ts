import type { JsonValue } from '../../proof/index.ts';
import type { Issue } from './issue.ts';
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
}

function pickExtensions(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key.includes(':')));
}

/** Takes an EPCISDocument or EPCISQueryDocument apart, or says what is wrong with its envelope. */
export function openDocument(document: unknown): OpenedDocument | Issue[] {
  const issues = validateEnvelope(document);
  if (issues.length > 0) return issues;
  const root = document as JsonObject;
  const body = root.epcisBody as JsonObject;
  const envelope = {
    ...pickExtensions(root),
    ...(root['@context'] !== undefined && { '@context': root['@context'] }),
    ...(root.schemaVersion !== undefined && { schemaVersion: root.schemaVersion }),
  };
  if (root.type === 'EPCISDocument') {
    const header = root.epcisHeader as { epcisMasterData?: { vocabularyList?: JsonValue[] } } | undefined;
    return {
      envelope,
      events: body.eventList as JsonObject[],
      pointer: '/epcisBody/eventList',
      vocabularies: header?.epcisMasterData?.vocabularyList ?? [],
    };
  }
  const answer = body.queryResults as JsonObject;
  const results = answer.resultsBody as JsonObject;
  return {
    // What a query's answer says of all its events (such as `ignoreFields`), a document says at its top.
    envelope: { ...pickExtensions(answer), ...envelope },
    events: results.eventList as JsonObject[],
    pointer: '/epcisBody/queryResults/resultsBody/eventList',
    vocabularies: (results.vocabularyList as JsonValue[] | undefined) ?? [],
  };
}
