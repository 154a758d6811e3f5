import type { ScalarForm } from './canonicalValue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';
import { expandName, type Prefixes } from './resolveContext.ts';
import { joinSorted } from './sortText.ts';
import { isComment, writeExtension } from './writeExtension.ts';

/**
 * A standard field: `write` returns its text, empty when the field has no content, and appends to `leftovers` what the
 * standard gives no place within it.
 */
export interface Field {
  name: string;
  write(value: JsonValue, prefixes: Prefixes, leftovers: string[]): string;
}

/** The standard fields of an object in canonical order. */
export interface FieldTable {
  fields: readonly Field[];
  names: ReadonlySet<string>;
}

/** A table of `fields`; `excluded` fields are known but not part of the event's identity. */
export function fieldTable(fields: readonly Field[], excluded: readonly string[] = []): FieldTable {
  return { fields, names: new Set([...fields.map((field) => field.name), ...excluded]) };
}

/** The fields of the table that `object` has, in the order of the table. */
export function writeStandard(object: JsonObject, table: FieldTable, prefixes: Prefixes, leftovers: string[]): string {
  let text = '';
  for (const field of table.fields) {
    const value = object[field.name];
    if (value !== undefined && value !== null) text += field.write(value, prefixes, leftovers);
  }
  return text;
}

const NONE: ReadonlySet<string> = new Set();

/** Appends the fields outside the table: those of a namespace to `extensions`, the others to `leftovers`. */
export function writeOthers(
  object: JsonObject,
  table: FieldTable,
  prefixes: Prefixes,
  extensions: string[],
  leftovers: string[],
  ignored: ReadonlySet<string> = NONE,
): void {
  for (const key in object) {
    const value = object[key];
    if (value === undefined || table.names.has(key) || isComment(key)) continue;
    const name = expandName(key, prefixes);
    if (ignored.has(name)) continue;
    // A field that is in no namespace is no extension; the published hashes put it behind the whole event.
    writeExtension(name, value, prefixes, name.includes(':') ? extensions : leftovers);
  }
}

/** An object within the event: its standard fields, then its extensions (CBV 2.0, event hash rule on extension points). */
function writeNested(object: JsonObject, table: FieldTable, prefixes: Prefixes, leftovers: string[]): string {
  const text = writeStandard(object, table, prefixes, leftovers);
  const extensions: string[] = [];
  writeOthers(object, table, prefixes, extensions, leftovers);
  return extensions.length === 0 ? text : text + joinSorted(extensions);
}

/** A field with a scalar value or with an array of them: `name=value` each, sorted. */
export function scalarField(name: string, form: ScalarForm): Field {
  const key = `${name}=`;
  const writeOne = (value: JsonValue) => {
    const text = form(value);
    return text === '' ? '' : key + text;
  };
  return {
    name,
    write(value, prefixes, leftovers) {
      if (Array.isArray(value)) return joinSorted(value.map(writeOne));
      if (!isJsonObject(value)) return writeOne(value);
      writeExtension(name, value, prefixes, leftovers);
      return '';
    },
  };
}

/** A field with an object, or with an array of which each item repeats the name: `name` and the fields of the object. */
export function objectField(name: string, table: FieldTable, scalar: ScalarForm): Field {
  const writeOne = (value: JsonValue, prefixes: Prefixes, leftovers: string[]) => {
    if (!isJsonObject(value)) {
      const text = scalar(value);
      return text === '' ? '' : `${name}=${text}`;
    }
    const unplaced: string[] = [];
    const text = writeNested(value, table, prefixes, unplaced);
    if (unplaced.length > 0) leftovers.push(name + joinSorted(unplaced));
    return text === '' ? '' : name + text;
  };
  return {
    name,
    write: (value, prefixes, leftovers) =>
      Array.isArray(value)
        ? joinSorted(value.map((item) => writeOne(item, prefixes, leftovers)))
        : writeOne(value, prefixes, leftovers),
  };
}

/** A list: its name once, then its items by `item`, sorted; nothing when all of them are empty. */
export function listField(name: string, item: Field): Field {
  return {
    name,
    write(value, prefixes, leftovers) {
      const unplaced: string[] = [];
      const text = item.write(value, prefixes, unplaced);
      if (unplaced.length > 0) leftovers.push(name + joinSorted(unplaced));
      return text === '' ? '' : name + text;
    },
  };
}

/** Items of a list that have no name of their own: `type=…bizTransaction=…`. */
export function unnamedField(name: string, table: FieldTable): Field {
  return {
    name,
    write(value, prefixes, leftovers) {
      const items = Array.isArray(value) ? value : [value];
      const texts: string[] = [];
      for (const item of items) if (isJsonObject(item)) texts.push(writeNested(item, table, prefixes, leftovers));
      return joinSorted(texts);
    },
  };
}
