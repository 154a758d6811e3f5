import { type TSchema, Type } from 'typebox';
import {
  businessSteps,
  businessTransactionTypes,
  components,
  dispositions,
  errorReasons,
  measurements,
  sensorAlerts,
  sourceDestinationTypes,
} from './vocabulary.ts';

// Every `description` here is what an error tells the caller to expect: see explain.ts.

/** A URI, or a name with a prefix of the @context. */
export const Uri = Type.String({ format: 'uri', description: 'a URI, such as an EPC URN or a GS1 Digital Link' });

/** RFC 3339 date-time with offset; the suffix of RFC 9557 is not part of EPCIS. */
export const Time = Type.String({
  format: 'date-time',
  pattern: '^[^[]*$',
  description: 'a date-time with offset, such as 2025-06-01T08:30:00.000+08:00',
});

export const ZoneOffset = Type.String({
  pattern: '^[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00)$',
  description: 'an offset between -14:00 and +14:00, such as +08:00',
});

export const Decimal = Type.Number({ description: 'a number' });

/** UN/CEFACT Recommendation 20 code. */
export const UnitOfMeasure = Type.String({
  pattern: '^[A-Z0-9]{2,3}$',
  description: 'a UN/CEFACT Recommendation 20 unit code, such as KGM',
});

/** A word of `list`, or a URI outside the namespaces where that list lives. */
function wordOf(list: string[], noun: string, namespace: string) {
  return Type.Union([Type.Enum(list), Type.String({ format: 'uri', pattern: `^(?!${namespace})` })], {
    description: `one of the standard ${noun} as a bare word (${list.slice(0, 4).join(', ')}, …) or a URI of your own vocabulary`,
  });
}
const cbv = '(?:urn:epcglobal:cbv|https?://ns\\.gs1\\.org/cbv/)';
const webVocabulary = 'https?://(?:www\\.)?gs1\\.org/voc/';

export const BusinessStep = wordOf(businessSteps, 'business steps', cbv);
export const Disposition = wordOf(dispositions, 'dispositions', cbv);
export const BusinessTransactionType = wordOf(businessTransactionTypes, 'business transaction types', cbv);
export const SourceDestinationType = wordOf(sourceDestinationTypes, 'source and destination types', cbv);
export const ErrorReason = wordOf(errorReasons, 'error reasons', cbv);
export const Component = wordOf(components, 'components', cbv);
export const Measurement = wordOf(measurements, 'measurement types', webVocabulary);
export const SensorAlert = wordOf(sensorAlerts, 'sensor alert types', webVocabulary);

export const Action = Type.Enum(['OBSERVE', 'ADD', 'DELETE'], { description: 'OBSERVE, ADD or DELETE' });

/** A JSON-LD context: a URL, an object, or a list of them. */
export const Context = Type.Union(
  [Uri, Type.Object({}), Type.Array(Type.Union([Uri, Type.Object({})]), { uniqueItems: true })],
  { description: 'a JSON-LD context: a URL, an object, or a list of both without repetition' },
);

/** An object whose keys are `fields`, or extensions written as URI or prefix:name. */
export function openObject<Fields extends Record<string, TSchema>>(fields: Fields) {
  return Type.Object(fields, {
    propertyNames: { anyOf: [{ enum: Object.keys(fields) }, { type: 'string', format: 'uri' }] },
  });
}
