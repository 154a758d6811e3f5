import { validate } from '@cedar-policy/cedar-wasm/nodejs';
import { expect, it } from 'vitest';
import { readPolicies } from './readPolicies.ts';
import { makeSchema } from './schema.ts';

it('fits the schema: no policy names an action, a type or an attribute that does not exist', () => {
  const staticPolicies = Object.fromEntries(readPolicies().map(({ id, text }) => [id, text]));
  const answer = validate({ schema: makeSchema(), policies: { staticPolicies } });
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
  expect(answer.validationErrors.map(({ policyId, error }) => `${policyId}: ${error.message}`)).toEqual([]);
  expect(answer.validationWarnings.map(({ policyId, error }) => `${policyId}: ${error.message}`)).toEqual([]);
});
