import type { Hex } from 'viem';
import type { Sql, Tx } from '../../store/index.ts';
import { grantErrors } from './errors.ts';
import type { GrantRow } from './grantRow.ts';
import type { ChainTerms } from './terms.ts';

/** The chain key that a department has in a grant. It stays the same when the connector gets other keys. */
export const ownKeyOf = ({ role, terms }: Pick<GrantRow, 'role' | 'terms'>): Hex =>
  role === 'provider' ? terms.provider : terms.consumer;

/**
 * The chain key that a department's messages to a grant are signed with: its own in the grant, or the data authority's, for
 * which there is no row here. @throws GRANT_UNKNOWN
 */
export async function findSigner(
  sql: Sql | Tx,
  { participant, grant }: { participant: string; grant: Hex },
): Promise<{ signer: Hex; terms: ChainTerms }> {
  const [row] = await sql<Pick<GrantRow, 'role' | 'terms'>[]>`
    SELECT role, terms FROM exchange.grants WHERE participant = ${participant} AND id = ${grant}`;
  if (row) return { signer: ownKeyOf(row), terms: row.terms };
  const [shown] = await sql<{ terms: ChainTerms }[]>`SELECT terms FROM exchange.chain_grants WHERE id = ${grant}`;
  if (!shown) throw grantErrors.unknown({ id: grant });
  return { signer: shown.terms.arbiter, terms: shown.terms };
}
