import type { ParsedCredential } from '../formats/parseCredential.ts';
import { findSchemaFault } from '../types/schemaFaults.ts';
import { type Finding, finding } from './findings.ts';
import type { VerifyContext } from './verifyCredential.ts';

/** Whether the claims have the form that the credential's own schema asks for; it is looked up, never fetched. */
export async function checkSchema({ credential, format }: ParsedCredential, context: VerifyContext): Promise<Finding> {
  const id = credential.credentialSchema?.id;
  if (typeof id !== 'string') return finding('schema', null, 'schema.none');
  const schema = await context.readSchema(id);
  if (!schema) return finding('schema', null, 'schema.unknown', { schema: id });
  const { id: _subject, ...claims } = credential.credentialSubject;
  // What the holder keeps back of an SD-JWT is not missing.
  const fault = await findSchemaFault(schema, claims, { partial: format === 'dc+sd-jwt' });
  return fault
    ? finding('schema', false, 'schema.wrong', { problem: fault.en }, { problem: fault.zh })
    : finding('schema', true, 'schema.ok');
}
