import type { TSchema } from 'typebox';
import type { TLocalizedValidationError } from 'typebox/error';
import { Errors } from 'typebox/schema';
import { Settings } from 'typebox/system';
import type { Words } from '../../proof/index.ts';
import { expectationWords } from './expectations.ts';
import { type Issue, issueAt, pointerToken, show } from './issue.ts';

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
      return error.params.requiredProperties.map((key) => {
        const expected = expectation(schema, `${error.schemaPath}/properties/${pointerToken(key)}`);
        return issueAt(at(key), ['is missing', expected.en], ['缺失', expected.zh]);
      });
    case 'additionalProperties':
      return error.params.additionalProperties.map((key) =>
        issueAt(
          at(key),
          ['is not a field of this object', 'only the fields of the standard: no extensions are allowed here'],
          ['不是该对象的字段', '只能使用标准中的字段，此处不允许扩展'],
        ),
      );
    case 'propertyNames':
      return error.params.propertyNames.map((key) =>
        issueAt(
          at(key),
          [
            'is not a field that belongs here',
            'a field of the standard, or an extension as prefix:name with the prefix in @context',
          ],
          ['不是此处的字段', '标准中的字段，或写作“前缀:名称”的扩展，前缀须在 @context 中定义'],
        ),
      );
    default: {
      const found = describe(readPointer(root, error.instancePath), error);
      const expected = expectation(schema, error.schemaPath);
      return [issueAt(pointer, [found.en, expected.en], [found.zh, expected.zh])];
    }
  }
}

function describe(value: unknown, error: TLocalizedValidationError): Words {
  if (error.keyword === 'uniqueItems') {
    const { duplicateItems } = error.params;
    return {
      en: `repeats an item at position ${duplicateItems.join(', ')}`,
      zh: `第 ${duplicateItems.join('、')} 项重复`,
    };
  }
  if (error.keyword === 'minItems') return { en: 'has too few items', zh: '项数太少' };
  if (error.keyword === 'minProperties') return { en: 'is empty', zh: '为空' };
  const { en, zh } = show(value);
  return { en: `is ${en}`, zh: `值为${zh}` };
}

/** The description of the schema at `path`; it stands in the schema itself so that it also reaches the API reference. */
function expectation(schema: TSchema, path: string): Words {
  const node = readPointer(schema, path.replace(/^#/, '')) as Record<string, unknown> | undefined;
  if (typeof node?.description === 'string') return expectationWords(node.description);
  if (node !== undefined && 'const' in node) return show(node.const);
  const types: Record<string, string> = { object: 'an object', array: 'a list', string: 'a text' };
  return expectationWords(types[String(node?.type)] ?? 'a value that the standard allows');
}

function readPointer(root: unknown, pointer: string): unknown {
  const tokens = pointer.split('/').slice(1);
  return tokens.reduce<unknown>((value, token) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return (value as Record<string, unknown>)[token.replaceAll('~1', '/').replaceAll('~0', '~')];
  }, root);
}
