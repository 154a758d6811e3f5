import type { Prefixes } from '../epcis/terms.ts';
import { traceErrors } from '../errors.ts';
import { toThingKey } from '../things.ts';
import { queryErrors } from './errors.ts';
import type { Comparison, EventQuery, FieldFilter } from './eventQuery.ts';
import { extensionField, type FieldScope, fieldScopes, fullName, vocabularyWord } from './fieldName.ts';
import { eventParameters, sensorAttributes, sensorNumbers } from './parameters.ts';
import type { ParameterValue } from './readValues.ts';

const known = () => `${Object.keys(eventParameters).join(', ')}, and those for fields of your own (docs/epcis.md)`;

/** Where parseFilter puts what it reads. */
export type Filters = Pick<EventQuery, 'fields' | 'units' | 'attributes' | 'present'>;

const scopes = fieldScopes.join('|');
const extension = new RegExp(`^(EQ|GT|GE|LT|LE|EXISTS)_(INNER_)?(?:(${scopes})_)?(.+:.+)$`, 'i');
const listed = /^EQ_(bizTransaction|source|destination)_(.+)$/;
const measured = new RegExp(`^(EQ|GT|GE|LT|LE)_(quantity|${sensorNumbers.join('|')})(?:_([A-Z0-9]{2,4}))?$`);
const attribute = /^(HASATTR|EQ_?ATTR)_(.+)$/;
const described =
  /^(bizStep|disposition|readPoint|bizLocation|bizTransaction|source|destination|epcClass|[^_]+:[^_]+)(?:_(.+))?$/;

/** Fields of the standard whose presence can be asked for. */
const standardField =
  /^EXISTS_(action|bizStep|disposition|persistentDisposition|readPoint|bizLocation|bizTransactionList|sourceList|destinationList|sensorElementList|ilmd|epcList|childEPCs|parentID|inputEPCList|outputEPCList|quantityList|childQuantityList|inputQuantityList|outputQuantityList|transformationID|certificationInfo|eventID)$/;

type Read = (match: RegExpExecArray, value: ParameterValue, prefixes: Prefixes, into: Filters) => void;

/** The forms of names, the first that fits counts. */
const readers: readonly (readonly [RegExp, Read])[] = [
  [listed, readListed],
  [measured, readMeasured],
  [new RegExp(`^EQ_(${Object.keys(sensorAttributes).join('|')})$`), readSensor],
  [
    /^(EQ|GT|GE|LT|LE)_percRank$/,
    ([, one], value, _, { fields }) => fields.push(compare(['sensor percRank'], one, value)),
  ],
  [attribute, readAttribute],
  [extension, readExtension],
  [standardField, readPresence],
];

/**
 * Reads a parameter whose name the caller made: of a business transaction type, a unit, an extension field, an attribute
 * of master data. Throws TRACE_UNKNOWN_PARAMETER, TRACE_INVALID_PARAMETER and TRACE_UNKNOWN_PREFIX.
 */
export function parseFilter(value: ParameterValue, prefixes: Prefixes, into: Filters): void {
  for (const [form, read] of readers) {
    const match = form.exec(value.name);
    if (!match) continue;
    read(match, value, prefixes, into);
    return;
  }
  throw traceErrors.unknownParameter({ name: value.name, known: known() });
}

function readListed(
  [, kind = '', type = '']: RegExpExecArray,
  value: ParameterValue,
  prefixes: Prefixes,
  into: Filters,
) {
  const word = vocabularyWord(prefixes, type);
  const operands = value.operands((text) => `${word} ${toThingKey(text)}`);
  into.fields.push({ names: [kind], comparison: 'EQ', operands });
}

function readSensor([, name = '']: RegExpExecArray, value: ParameterValue, prefixes: Prefixes, into: Filters): void {
  const read = {
    word: (text: string) => vocabularyWord(prefixes, text),
    thing: toThingKey,
    text: (text: string) => text,
  }[sensorAttributes[name] ?? 'text'];
  into.fields.push({ names: [`sensor ${name}`], comparison: 'EQ', operands: value.operands(read) });
}

function readPresence([, field = '']: RegExpExecArray, value: ParameterValue, _: Prefixes, into: Filters): void {
  if (value.flag()) into.present.push(field);
}

function readMeasured(match: RegExpExecArray, value: ParameterValue, _: Prefixes, into: Filters): void {
  const [, comparison, of = '', unit = null] = match;
  if (unit === null && of !== 'quantity')
    throw value.invalid(
      `the unit in the name, such as ${value.name}_CEL`,
      `带计量单位的参数名，例如 ${value.name}_CEL`,
    );
  const values = comparison === 'EQ' ? value.numbers() : [value.number()];
  into.units.push({ of, comparison: comparison as Comparison, values, unit });
}

function readAttribute(match: RegExpExecArray, value: ParameterValue, prefixes: Prefixes, into: Filters): void {
  const has = match[1] === 'HASATTR';
  const [, field = '', name = null] = described.exec(match[2] ?? '') ?? [];
  if (field === '' || (name === null) !== has) throw traceErrors.unknownParameter({ name: value.name, known: known() });
  const at = field.includes(':') ? `@${extensionField('', false, expand(value, prefixes, field))}` : field;
  const attributes = (has ? value.texts() : [name ?? '']).flatMap((text) => spellings(fullName(prefixes, text)));
  into.attributes.push({ field: at, attributes, values: has ? null : value.texts() });
}

/** Attributes of the CBV are written with `#` and with `:`; a bare word is one of them. */
function spellings(name: string): string[] {
  const word = /^(?:urn:epcglobal:cbv:mda[:#])?(\w+)$/.exec(name)?.[1];
  return word === undefined ? [name] : [`urn:epcglobal:cbv:mda#${word}`, `urn:epcglobal:cbv:mda:${word}`, word];
}

function readExtension(match: RegExpExecArray, value: ParameterValue, prefixes: Prefixes, into: Filters): void {
  const [, comparison = '', inner, scope = '', term = ''] = match;
  const names = namesOf(value, prefixes, scope.toUpperCase() as FieldScope, inner !== undefined, term);
  if (comparison.toUpperCase() !== 'EXISTS') {
    into.fields.push(compare(names, comparison.toUpperCase(), value));
  } else if (value.flag()) into.fields.push({ names, comparison: 'EQ', operands: null });
}

function compare(names: string[], written: string | undefined, value: ParameterValue): FieldFilter {
  const comparison = written as Comparison;
  return { names, comparison, operands: comparison === 'EQ' ? value.operands() : [value.ordered()] };
}

/** The indexed names that a field can have: EPCIS 1.2 put `#` between namespace and name. */
function namesOf(value: ParameterValue, prefixes: Prefixes, scope: FieldScope, inner: boolean, term: string): string[] {
  const full = expand(value, prefixes, term);
  const hash = full.lastIndexOf('#');
  const plain = hash < 0 ? [] : [full.slice(0, hash) + full.slice(hash + 1)];
  return [full, ...plain].map((name) => extensionField(scope, inner, name));
}

function expand(value: ParameterValue, prefixes: Prefixes, term: string): string {
  const [prefix = ''] = term.split(':');
  if (prefixes.has(prefix)) return fullName(prefixes, term);
  if (/^(?:https?|urn)$/.test(prefix)) return term;
  throw queryErrors.unknownPrefix({ name: value.name, prefix });
}

/** The indexed names of the extension field that results are ordered by. Throws TRACE_UNKNOWN_PREFIX. */
export function parseOrderField(value: ParameterValue, prefixes: Prefixes): string[] {
  const [, inner, scope = '', term = ''] =
    new RegExp(`^(INNER_)?(?:(${scopes})_)?(.+:.+)$`, 'i').exec(value.text()) ?? [];
  if (term === '')
    throw value.invalid(
      'eventTime, recordTime, or an extension field as prefix:name',
      'eventTime、recordTime，或写作“前缀:名称”的扩展字段',
    );
  return namesOf(value, prefixes, scope.toUpperCase() as FieldScope, inner !== undefined, term);
}
