import { type Words, wordsOfFault } from '../../words.ts';
import { credentialErrors } from '../errors.ts';

type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keywords that could make a public check slow, or lead elsewhere. */
const refused = ['$ref', '$dynamicRef', '$recursiveRef', '$anchor', '$id', 'pattern', 'patternProperties', 'format'];
const maxChars = 32 * 1024;
const maxDepth = 12;

function findRefused(value: unknown, depth: number): Words | null {
  if (depth > maxDepth) return { en: `is nested more than ${maxDepth} deep`, zh: `嵌套超过 ${maxDepth} 层` };
  if (Array.isArray(value)) return value.map((one) => findRefused(one, depth + 1)).find(Boolean) ?? null;
  if (!isRecord(value)) return null;
  for (const [name, inner] of Object.entries(value)) {
    // Below `properties` names are the claims' own.
    if (name === 'properties' && isRecord(inner)) {
      const found = Object.values(inner)
        .map((one) => findRefused(one, depth + 2))
        .find(Boolean);
      if (found) return found;
    } else if (refused.includes(name)) return { en: `uses ${name}`, zh: `使用了 ${name}` };
    else {
      const found = findRefused(inner, depth + 1);
      if (found) return found;
    }
  }
  return null;
}

/** Refuses a schema that a member gave and that a public check should not run. @throws CREDENTIAL_SCHEMA_INVALID */
export function checkSchemaItself(schema: unknown): asserts schema is Json {
  const wrong = (problem: string, zh: string) => credentialErrors.schemaInvalid({ problem }, { zh: { problem: zh } });
  if (!isRecord(schema) || schema.type !== 'object' || !isRecord(schema.properties)) {
    throw wrong('does not describe an object with properties', '没有描述带有属性的对象');
  }
  if (JSON.stringify(schema).length > maxChars)
    throw wrong(`has more than ${maxChars} characters`, `超过 ${maxChars} 个字符`);
  const found = findRefused(schema, 0);
  if (found) throw wrong(found.en, found.zh);
  const name = Object.keys(schema.properties).find(
    (one) => reservedClaims.has(one) || !/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(one),
  );
  if (name !== undefined) {
    const quoted = JSON.stringify(name);
    throw wrong(`has a property ${quoted}, which claims cannot have`, `凭证内容不能有属性 ${quoted}`);
  }
}

/** Names that mean something else in one of the formats. */
export const reservedClaims: ReadonlySet<string> = new Set([
  ...['id', 'type', 'proof', 'iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'cnf', 'vct', 'status', '_sd', '_sd_alg'],
  ...['credentialStatus', 'credentialSchema'],
]);

/** Why claims do not fit a schema; null when they do. `partial` does not miss what is required. */
export async function findSchemaFault(
  schema: object,
  claims: object,
  { partial = false }: { partial?: boolean } = {},
): Promise<Words | null> {
  const { Errors } = await import('typebox/schema');
  const { required: _required, ...loose } = schema as Json;
  const [fits, errors] = Errors(partial ? loose : schema, claims);
  if (fits) return null;
  const [first] = errors;
  return first ? wordsOfFault(first) : { en: 'it has another form', zh: '形式不同' };
}
