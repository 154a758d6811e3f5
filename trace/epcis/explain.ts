import type { TSchema } from 'typebox';
import type { TLocalizedValidationError } from 'typebox/error';
import { Errors } from 'typebox/schema';
import { Settings } from 'typebox/system';
import { type Issue, pointerToken, show } from './issue.ts';

/** Raw errors are several an issue (each branch of a union reports), so more of them are gathered than are shown. */
const maxRawErrors = 1_000;

/** Says in issues why `value` does not satisfy `schema`; pointers start at `base`. Empty when it does. */
export function explain(schema: TSchema, value: unknown, base: string): Issue[] {
  const { maxErrors } = Settings.Get();
  Settings.Set({ maxErrors: maxRawErrors });
  try {
    const [, errors] = Errors(schema, value);
    return errors.filter(isOwnError).flatMap((error) => toIssues(schema, value, base, error));
  } finally {
    Settings.Set({ maxErrors });
  }
}

/** Errors inside a union, a property name or a forbidden property are details of what the union or the object reports itself. */
function isOwnError({ schemaPath, keyword }: TLocalizedValidationError): boolean {
  return keyword !== 'boolean' && !/\/(?:anyOf\/|propertyNames)/.test(schemaPath);
}

function toIssues(schema: TSchema, root: unknown, base: string, error: TLocalizedValidationError): Issue[] {
  const pointer = base + error.instancePath;
  const at = (key: string) => `${pointer}/${pointerToken(key)}`;
  switch (error.keyword) {
    case 'required':
      return error.params.requiredProperties.map((key) => ({
        pointer: at(key),
        problem: 'is missing',
        expected: expectation(schema, `${error.schemaPath}/properties/${pointerToken(key)}`),
      }));
    case 'additionalProperties':
      return error.params.additionalProperties.map((key) => ({
        pointer: at(key),
        problem: 'is not a field of this object',
        expected: 'only the fields of the standard: no extensions are allowed here',
      }));
    case 'propertyNames':
      return error.params.propertyNames.map((key) => ({
        pointer: at(key),
        problem: 'is not a field that belongs here',
        expected: 'a field of the standard, or an extension as prefix:name with the prefix in @context',
      }));
    default: {
      const expected = expectation(schema, error.schemaPath);
      return [{ pointer, problem: describe(readPointer(root, error.instancePath), error), expected }];
    }
  }
}

function describe(value: unknown, error: TLocalizedValidationError): string {
  if (error.keyword === 'uniqueItems') return `repeats an item at position ${error.params.duplicateItems.join(', ')}`;
  if (error.keyword === 'minItems') return 'has too few items';
  if (error.keyword === 'minProperties') return 'is empty';
  return `is ${show(value)}`;
}

/** The description of the schema at `path`; it stands in the schema itself so that it also reaches the API reference. */
function expectation(schema: TSchema, path: string): string {
  const node = readPointer(schema, path.replace(/^#/, '')) as Record<string, unknown> | undefined;
  if (typeof node?.description === 'string') return node.description;
  if (node !== undefined && 'const' in node) return show(node.const);
  const types: Record<string, string> = { object: 'an object', array: 'a list', string: 'a text' };
  return types[String(node?.type)] ?? 'a value that the standard allows';
}

function readPointer(root: unknown, pointer: string): unknown {
  const tokens = pointer.split('/').slice(1);
  return tokens.reduce<unknown>((value, token) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return (value as Record<string, unknown>)[token.replaceAll('~1', '/').replaceAll('~0', '~')];
  }, root);
}
