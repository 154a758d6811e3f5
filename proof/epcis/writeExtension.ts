import { canonicalScalar } from './canonicalValue.ts';
import { errors } from './errors.ts';
import { isJsonObject, type JsonValue } from './json.ts';
import { expandName, type Prefixes } from './resolveContext.ts';
import { joinSorted } from './sortText.ts';

/** Deeper extensions are refused, so that hostile input meets a clear error and not the end of the stack. */
const MAX_LEVELS = 200;

/** Fields that say something about the record and nothing about the event. */
export function isComment(key: string): boolean {
  return key === 'rdfs:comment' || key === 'comment' || key.startsWith('@');
}

/**
 * Appends `name=value` to `texts`, for an array once per item, for an object with its fields sorted behind the name
 * (CBV 2.0, event hash rules on ILMD and user extensions).
 */
export function writeExtension(name: string, value: JsonValue, prefixes: Prefixes, texts: string[], level = 0): void {
  if (value === null) return;
  if (level > MAX_LEVELS) throw errors.eventTooDeep({ levels: MAX_LEVELS });
  if (Array.isArray(value)) {
    for (const item of value) {
      if (Array.isArray(item)) texts.push(name + writeFields('', item, prefixes, level + 1));
      else writeExtension(name, item, prefixes, texts, level + 1);
    }
  } else if (isJsonObject(value)) {
    texts.push(name + writeObject(value, prefixes, level + 1));
  } else {
    const text = canonicalScalar(value);
    texts.push(text === '' ? name : `${name}=${text}`);
  }
}

function writeFields(name: string, value: JsonValue, prefixes: Prefixes, level: number): string {
  const texts: string[] = [];
  writeExtension(name, value, prefixes, texts, level);
  return joinSorted(texts);
}

function writeObject(object: { [key: string]: JsonValue }, prefixes: Prefixes, level: number): string {
  const texts: string[] = [];
  let own = '';
  for (const key in object) {
    const value = object[key];
    if (value === undefined || isComment(key)) continue;
    if (key === '#text') {
      const text = canonicalScalar(value);
      if (text !== '') own = `=${text}`;
    } else writeExtension(expandName(key, prefixes), value, prefixes, texts, level);
  }
  return own + joinSorted(texts);
}
