import { policyErrors } from './errors.ts';
import { shortName } from './names.ts';

/** How much was read so far: hostile policies end with an error before they cost anything. */
export interface Reading {
  constraints: number;
  characters: number;
}

const maxCharacters = 65_536;
const maxText = 2_000;
const maxKeys = 30;

function spend(reading: Reading, text: string, path: string): void {
  reading.characters += text.length;
  if (reading.characters > maxCharacters)
    throw policyErrors.invalid({ path, problem: `the policy has more than ${maxCharacters} characters` });
}

/** The own properties of a JSON object. */
export function readObject(reading: Reading, value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw policyErrors.invalid({ path, problem: 'an object is needed' });
  const keys = Object.keys(value);
  if (keys.length > maxKeys) throw policyErrors.invalid({ path, problem: `it has more than ${maxKeys} properties` });
  for (const key of keys) spend(reading, key, path);
  return value as Record<string, unknown>;
}

/** One or several: JSON-LD leaves the brackets of a single value out. An empty list is an error. */
export function list<One>(
  value: unknown,
  path: string,
  most: number,
  read: (one: unknown, path: string) => One,
): One[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  if (items.length === 0) throw policyErrors.invalid({ path, problem: 'the list is empty' });
  if (items.length > most) throw policyErrors.invalid({ path, problem: `it has more than ${most} entries` });
  return items.map((one, index) => read(one, Array.isArray(value) ? `${path}[${index}]` : path));
}

/** A text, also as `{"@id"}`, `{"@value"}`, number or boolean. */
export function readText(reading: Reading, value: unknown, path: string, { empty = false } = {}): string {
  const given = unwrap(reading, value, path);
  const text = typeof given === 'number' || typeof given === 'boolean' ? String(given) : given;
  if (typeof text !== 'string') throw policyErrors.invalid({ path, problem: 'a text is needed' });
  if (text.length > maxText) throw policyErrors.invalid({ path, problem: `it has more than ${maxText} characters` });
  if (!text.isWellFormed() || text.includes('\0'))
    throw policyErrors.invalid({ path, problem: 'it has characters that no text may have' });
  if (text === '' && !empty) throw policyErrors.invalid({ path, problem: 'the text is empty' });
  spend(reading, text, path);
  return text;
}

/** A term of a vocabulary, by its short name. */
export function readTerm(reading: Reading, value: unknown, path: string): string {
  return shortName(readText(reading, value, path));
}

function unwrap(reading: Reading, value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = readObject(reading, value, path);
  for (const key of Object.keys(fields))
    if (!['@id', '@value', '@type'].includes(key))
      throw policyErrors.invalid({ path: `${path}.${key}`, problem: 'a text, {"@id"} or {"@value"} is needed' });
  if ('@id' in fields && '@value' in fields)
    throw policyErrors.invalid({ path, problem: 'it has both "@id" and "@value"' });
  return '@value' in fields ? fields['@value'] : fields['@id'];
}
