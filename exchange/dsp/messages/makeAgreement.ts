import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../house.ts';
import type { NegotiationRow } from '../store/rows.ts';

/** What the two sides agree on: the rules of a policy, without what only names it. */
export function rulesOf(policy: JsonObject): JsonObject {
  const { permission = [], prohibition = [], obligation = [], profile = null } = policy;
  return { permission, prohibition, obligation, profile };
}

/**
 * The agreement of a provider, with the rules of a policy or else of the offer on the table. A policy's own `@id` is the
 * agreement's, unless it is that of the offer.
 */
export function makeAgreement(
  row: NegotiationRow,
  policy: JsonObject | undefined,
  { did, at }: { did: string; at: Date },
): JsonObject {
  const { '@id': id, '@context': _context, ...rules } = policy ?? row.offer;
  const own = policy && typeof id === 'string' && !row.offer_ids.includes(id) ? id : `urn:uuid:${randomUUID()}`;
  return {
    ...rules,
    '@id': own,
    '@type': 'Agreement',
    target: row.dataset,
    assigner: did,
    assignee: row.counterparty_did,
    timestamp: at.toISOString(),
  };
}
