import { createHash } from 'node:crypto';
import { canonicalizeJson } from '../../proof/index.ts';
import type { JsonObject } from '../house.ts';
import type { Policy } from './model.ts';

/** SHA-256 over the canonical JSON (RFC 8785) of a parsed policy, 64 lower-case hexadecimal digits: the same for every notation of it. */
export function digestPolicy(policy: Policy): string {
  // A policy is a JSON object; its type only has no index signature.
  return createHash('sha256')
    .update(canonicalizeJson({ ...policy } as unknown as JsonObject))
    .digest('hex');
}
