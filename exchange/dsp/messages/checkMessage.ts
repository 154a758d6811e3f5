import { Compile } from 'typebox/compile';
import type { JsonObject } from '../../house.ts';
import { dspErrors } from '../errors.ts';
import { catalogDefinitions, catalogSchema, datasetSchema, versionsSchema } from './catalogSchemas.ts';
import { answerSchemas, messageSchemas } from './messageSchemas.ts';
import { policyDefinitions } from './policySchemas.ts';

const schemas = {
  ...messageSchemas,
  ...answerSchemas,
  Catalog: catalogSchema,
  Dataset: datasetSchema,
  VersionResponse: versionsSchema,
};
/** What can be checked: `@type` of a message or answer, or the version document. */
export type SchemaName = keyof typeof schemas;
/** Names of everything that can be checked. */
export const schemaNames = Object.keys(schemas) as SchemaName[];

const definitions = { ...policyDefinitions, ...catalogDefinitions };

type Validator = {
  Check(value: unknown): boolean;
  Errors(value: unknown): { instancePath: string; message: string }[];
};
const compiled = new Map<SchemaName, Validator>();

/** Compiles each schema once, when it is used first. */
function validatorOf(name: SchemaName): Validator {
  const known = compiled.get(name);
  if (known) return known;
  const made = Compile(definitions, schemas[name]) as Validator;
  compiled.set(name, made);
  return made;
}

const mostProblems = 5;

/** What is wrong with a message or answer, with the place of each problem; empty when it is right. */
export function findProblems(name: SchemaName, value: unknown): string[] {
  const validator = validatorOf(name);
  if (validator.Check(value)) return [];
  const problems = validator.Errors(value).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
  return problems.length > 0 ? [...new Set(problems)].slice(0, mostProblems) : ['/ is not a valid message'];
}

/** Gives the value as a message of this type. @throws DSP_MESSAGE_INVALID */
export function checkMessage(name: SchemaName, value: unknown): JsonObject {
  const problems = findProblems(name, value);
  if (problems.length > 0) throw dspErrors.messageInvalid({ problem: problems.join('; ') });
  return value as JsonObject;
}
