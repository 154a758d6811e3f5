import { policyErrors } from './errors.ts';
import type { Policy } from './model.ts';
import { shortName } from './names.ts';
import { parseDuty, parseRule } from './parseRule.ts';
import { list, type Reading, readObject, readTerm, readText } from './reading.ts';

const most = { rules: 50, profiles: 5 };
const types = ['Offer', 'Agreement', 'Set'] as const;

/**
 * Reads a policy as it comes in JSON-LD: one object or an array, short names, `odrl:` names or IRIs, texts or `{"@value"}`.
 * Terms that would change the meaning and are not evaluated here (refinement, inheritFrom, conflict other than prohibit) are
 * refused, never dropped; properties of other vocabularies on the policy itself are dropped.
 * @throws POLICY_INVALID with the exact path; policies over 64 KiB of texts, 400 constraints or 8 levels are refused too
 */
export function parsePolicy(value: unknown): Policy {
  const reading: Reading = { constraints: 0, characters: 0 };
  const fields = readObject(reading, value, '$');
  const policy: Policy = { '@id': '', '@type': 'Set' };
  const seen = new Set<string>();
  for (const [key, given] of Object.entries(fields)) {
    const name = shortName(key);
    const path = `$.${key}`;
    if (seen.has(name)) throw policyErrors.invalid({ path, problem: `"${name}" is given twice` });
    seen.add(name);
    switch (name) {
      case '@id':
      case 'uid':
        if (policy['@id'] !== '') throw policyErrors.invalid({ path, problem: 'the policy is named twice' });
        policy['@id'] = readText(reading, given, path);
        break;
      case '@type':
        policy['@type'] = readType(reading, given, path);
        break;
      case 'profile':
        policy.profile = list(given, path, most.profiles, (one, at) => readText(reading, one, at));
        break;
      case 'target':
      case 'assigner':
      case 'assignee':
        policy[name] = readText(reading, given, path);
        break;
      case 'timestamp':
        policy.timestamp = readTimestamp(reading, given, path);
        break;
      case 'permission':
        policy.permission = list(given, path, most.rules, (rule, at) => parseRule(reading, rule, at));
        break;
      case 'prohibition':
        policy.prohibition = list(given, path, most.rules, (rule, at) => parseRule(reading, rule, at));
        break;
      case 'obligation':
        policy.obligation = list(given, path, most.rules, (duty, at) => parseDuty(reading, duty, at));
        break;
      case 'conflict':
        if (readTerm(reading, given, path) !== 'prohibit')
          throw policyErrors.invalid({ path, problem: 'only "prohibit" is offered: a prohibition always wins' });
        break;
      default:
        // Words of other vocabularies say something about the policy; a word of ODRL that is not known here may change it.
        if (name === '@context' || (name === key && key.includes(':') && !key.startsWith('xy:'))) break;
        if (key.startsWith('xy:')) break;
        throw policyErrors.invalid({ path, problem: 'this property is not known' });
    }
  }
  if (policy['@id'] === '') throw policyErrors.invalid({ path: '$.@id', problem: 'the policy has no name' });
  if (!seen.has('@type')) throw policyErrors.invalid({ path: '$.@type', problem: 'the kind of policy is missing' });
  if (!policy.permission && !policy.prohibition)
    throw policyErrors.invalid({ path: '$', problem: 'it has neither a permission nor a prohibition' });
  return policy;
}

function readType(reading: Reading, value: unknown, path: string): Policy['@type'] {
  const [name = ''] = list(value, path, 1, (one, at) => readTerm(reading, one, at));
  const type = types.find((known) => known === name);
  if (!type) throw policyErrors.invalid({ path, problem: `"${name}" is not one of ${types.join(', ')}` });
  return type;
}

function readTimestamp(reading: Reading, value: unknown, path: string): string {
  const text = readText(reading, value, path);
  if (Number.isNaN(Date.parse(text))) throw policyErrors.invalid({ path, problem: `"${text}" is not a time` });
  return text;
}
