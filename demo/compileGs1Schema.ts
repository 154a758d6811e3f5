import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const file = new URL('../../shared/conformance/gs1-epcis/EPCIS-JSON-Schema.json', import.meta.url);

/** The validator comes with the HTTP framework and is not ours to import by type. */
interface Validate {
  (document: unknown): boolean;
  errors?: { instancePath: string; message?: string }[] | null;
}
type Ajv = { compile(schema: object): Validate };

/** Whether the schema of GS1 lies beside the repository; tests that need it are skipped without it. */
export const hasGs1Schema = existsSync(file);

/** Compiles GS1's own JSON schema of EPCIS 2.0 (draft 07): the function gives the errors of a document, empty when valid. */
export function compileGs1Schema(): (document: unknown) => string[] {
  const require = createRequire(import.meta.url);
  const { Ajv: AjvClass } = require('ajv') as { Ajv: new (options: object) => Ajv };
  const { default: addFormats } = require('ajv-formats') as { default: (ajv: Ajv) => void };
  const ajv = new AjvClass({ strict: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  return (document) => (validate(document) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`));
}
