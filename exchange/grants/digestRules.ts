import { digestPolicy, type Policy, parsePolicy } from '../policy/policy.ts';

export interface DigestRulesReturnType {
  /** The agreement's rules in normal form. */
  policy: Policy;
  /** SHA-256 over the canonical JSON (RFC 8785) of what the contract's `policy` stands for, 64 hexadecimal digits. */
  digest: string;
}

/**
 * Reads the rules of an agreement and gives the digest that the chain holds: of the policy in normal form with `@id` the agreement,
 * `@type` Agreement, `target` the dataset, and permission, prohibition and obligation where there are any. Names of parties and the
 * time of signing stay out, so that both sides have the same digest. @throws POLICY_INVALID
 */
export function digestRules(agreement: string, dataset: string, given: unknown): DigestRulesReturnType {
  const policy = parsePolicy(given);
  const { profile, permission, prohibition, obligation } = policy;
  const digest = digestPolicy({
    '@id': agreement,
    '@type': 'Agreement',
    target: dataset,
    ...(profile ? { profile } : {}),
    ...(permission ? { permission } : {}),
    ...(prohibition ? { prohibition } : {}),
    ...(obligation ? { obligation } : {}),
  });
  return { policy: { ...policy, '@id': agreement, '@type': 'Agreement', target: dataset }, digest };
}
