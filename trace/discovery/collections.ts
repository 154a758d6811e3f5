import { eventSchemas } from '../epcis/events.ts';
import { bareWord, type Prefixes } from '../epcis/terms.ts';
import { businessSteps, dispositions } from '../epcis/vocabulary.ts';
import { toThingKey } from '../things.ts';
import type { WordKind } from './recordWords.ts';

/** A collection of the discovery interface, EPCIS 2.0 section 12.8.1. */
export interface Collection {
  /** What its path parameter is called in the OpenAPI description of the standard. */
  parameter: string;
  /** Which query parameter its events satisfy. */
  filter: string;
  /** How its values are noted; null for things, which have an index of their own. */
  kind: WordKind | null;
  /** Values of the standard, which are listed even when no event has them. */
  standard: readonly string[];
  /** The name under which a value is kept, however it was written. */
  toValue(text: string, prefixes: Prefixes): string;
}

const word = (text: string, prefixes: Prefixes) => bareWord(prefixes, text);

/** The six collections by the name that stands in the path. */
export const collections: Readonly<Record<string, Collection>> = {
  eventTypes: {
    parameter: 'eventType',
    filter: 'eventType',
    kind: 'eventType',
    standard: Object.keys(eventSchemas),
    toValue: (text) => text.replace(/^(?:epcis:|https:\/\/ref\.gs1\.org\/epcis\/)/, ''),
  },
  epcs: { parameter: 'epc', filter: 'MATCH_anyEPC', kind: null, standard: [], toValue: toThingKey },
  bizSteps: { parameter: 'bizStep', filter: 'EQ_bizStep', kind: 'bizStep', standard: businessSteps, toValue: word },
  bizLocations: {
    parameter: 'bizLocation',
    filter: 'EQ_bizLocation',
    kind: 'bizLocation',
    standard: [],
    toValue: toThingKey,
  },
  readPoints: { parameter: 'readPoint', filter: 'EQ_readPoint', kind: 'readPoint', standard: [], toValue: toThingKey },
  dispositions: {
    parameter: 'disposition',
    filter: 'EQ_disposition',
    kind: 'disposition',
    standard: dispositions,
    toValue: word,
  },
};
