import type { Hex } from 'viem';
import type { Tx } from '../../store/index.ts';
import type { Policy } from '../policy/policy.ts';
import type { GrantRow } from './grantRow.ts';
import { type ChainTerms, type OpenTerms, termsToJson } from './terms.ts';

/** One side's row of a grant. */
export interface InsertGrantParameters extends OpenTerms {
  participant: string;
  id: Hex;
  role: 'provider' | 'consumer';
  /** DIDs and slugs. */
  provider: string;
  consumer: string;
  providerSlug: string;
  consumerSlug: string;
  policy: Policy;
  terms: ChainTerms;
  now: Date;
}

/** Writes the row of a grant; gives the one that the agreement has already, if it has one. */
export async function insertGrant(tx: Tx, grant: InsertGrantParameters): Promise<{ row: GrantRow; isNew: boolean }> {
  const { participant, agreement, now } = grant;
  const [inserted] = await tx<GrantRow[]>`
    INSERT INTO exchange.grants ${tx({
      participant,
      id: grant.id,
      role: grant.role,
      agreement,
      provider: grant.provider,
      consumer: grant.consumer,
      provider_slug: grant.providerSlug,
      consumer_slug: grant.consumerSlug,
      dataset: grant.dataset,
      version: grant.version,
      purpose: grant.purpose,
      items: [...grant.items],
      not_before: grant.notBefore,
      not_after: grant.notAfter,
      max_count: grant.maxCount,
      policy: tx.json({ ...grant.policy } as never),
      policy_digest: grant.policyDigest,
      salt: grant.salt,
      terms: tx.json(termsToJson(grant.terms) as never),
      created_at: now,
      changed_at: now,
    })}
    ON CONFLICT DO NOTHING RETURNING *`;
  if (inserted) return { row: inserted, isNew: true };
  const [row] = await tx<GrantRow[]>`
    SELECT * FROM exchange.grants WHERE participant = ${participant} AND agreement = ${agreement}`;
  if (!row) throw new Error(`The grant of ${agreement} was neither written nor there.`);
  return { row, isNew: false };
}
