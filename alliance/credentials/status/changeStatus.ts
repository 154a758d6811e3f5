import type { Tx } from '../../../store/index.ts';
import type { CredentialsContext } from '../credentialsContext.ts';
import { credentialErrors } from '../errors.ts';
import { type CredentialRow, type IssuedCredential, toIssued } from '../issue/issuedCredentials.ts';
import { publishPair } from './publishList.ts';

export type StatusChange = 'suspend' | 'reinstate' | 'revoke';

export interface ChangeStatusParameters {
  id: string;
  change: StatusChange;
  /** Why, for the issuer's own record. */
  reason: string;
  /** What else belongs to the change. */
  also?: ((tx: Tx) => Promise<unknown>) | undefined;
}

/**
 * Suspends, reinstates or revokes a credential, and publishes the list that says so, in one SQL transaction.
 * @throws CREDENTIAL_UNKNOWN, CREDENTIAL_REVOKED, DID_NOT_HOSTED
 */
export async function changeStatus(
  context: CredentialsContext,
  { id, change, reason, also }: ChangeStatusParameters,
): Promise<IssuedCredential> {
  return context.store.transaction(async (tx) => {
    const [row] = await tx<CredentialRow[]>`select * from alliance.credential where id = ${id} for update`;
    if (!row) throw credentialErrors.unknown({ id });
    if (row.revoked_at) {
      if (change === 'revoke') return toIssued(row);
      throw credentialErrors.revoked({ id });
    }
    if ((change === 'suspend') === (row.suspended_at !== null) && change !== 'revoke') return toIssued(row);
    const now = new Date();
    const [changed] = await tx<CredentialRow[]>`
      update alliance.credential set reason = ${reason},
        suspended_at = ${change === 'suspend' ? now : change === 'reinstate' ? null : row.suspended_at},
        revoked_at = ${change === 'revoke' ? now : null}
      where id = ${id} returning *`;
    const purpose = change === 'revoke' ? 'revocation' : 'suspension';
    await publishPair(context, tx, { id: row.pair, issuer: row.issuer }, [purpose]);
    await also?.(tx);
    return toIssued(changed ?? row);
  });
}
